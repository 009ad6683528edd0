package news.kiosque.consent.ledger;

import java.util.List;

/**
 * What a reader chose, as it is sealed in the ledger.
 *
 * @param purposes those agreed to; empty unless given
 * @param language of the notice that was shown, a BCP 47 tag
 * @param mode of the law: {@code opt_in}, {@code opt_out} or {@code implied}
 * @param globalPrivacyControl whether the browser asked not to be tracked when the choice was made
 */
public record Choice(Kind kind, List<String> purposes, String language, String mode, boolean globalPrivacyControl) {

    /** How the choice went. */
    public enum Kind {
        GIVEN, REFUSED, WITHDRAWN
    }

    public Choice {
        purposes = List.copyOf(purposes);
    }
}
