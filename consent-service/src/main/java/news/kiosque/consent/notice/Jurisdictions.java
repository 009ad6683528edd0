package news.kiosque.consent.notice;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Where the question may be put otherwise than by asking first. Everywhere else, and wherever it is not known, it is opt-in.
 *
 * @param optOut countries ({@code BR}) or their parts ({@code US-CA}), ISO 3166
 * @param implied where going on reading may count as agreeing
 */
public record Jurisdictions(Set<String> optOut, Set<String> implied) {

    /**
     * EEA with its territories that have a code of their own, and France's where its own law asks the same; United Kingdom
     * with Northern Ireland, Gibraltar and the dependencies; Switzerland.
     */
    private static final Set<String> ASK_FIRST = Set.of("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR",
            "DE", "GR", "EL", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
            "EU", "EZ", "AX", "IC", "EA", "GP", "MQ", "GF", "RE", "YT", "MF", "FX", "BL", "PM", "NC", "PF", "WF", "TF",
            "IS", "LI", "NO", "SJ", "BV", "GB", "UK", "XI", "GI", "JE", "GG", "IM", "CH");

    /** States of the USA whose law lets readers object, by browser signal too. */
    static final Jurisdictions SHIPPED = new Jurisdictions(
            Set.of("US-CA", "US-CO", "US-CT", "US-DE", "US-MD", "US-MN", "US-MT", "US-NE", "US-NH", "US-NJ", "US-OR",
                    "US-TX"),
            Set.of());

    /** @throws Unlawful for a code that is none, or where the law asks for consent first */
    public Jurisdictions {
        optOut = checked("/optOut", optOut);
        implied = checked("/implied", implied);
        for (String place : implied) {
            if (optOut.contains(place)) {
                throw new Unlawful("/implied", place + " is among those of optOut already.");
            }
        }
    }

    /** Where this mode holds, in order; for {@code opt_in}, which holds everywhere else, none. */
    List<String> placesOf(Mode mode) {
        return switch (mode) {
            case OPT_IN -> List.of();
            case OPT_OUT -> optOut.stream().sorted().toList();
            case IMPLIED -> implied.stream().sorted().toList();
        };
    }

    private static Set<String> checked(String pointer, Set<String> places) {
        for (String place : places) {
            if (place == null || !place.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
                throw new Unlawful(pointer, place + " is not an ISO 3166 code such as BR or US-CA.");
            }
            if (ASK_FIRST.contains(countryOf(place))) {
                throw new Unlawful(pointer, "In " + place + " the law asks for consent first: it can only be opt_in.");
            }
        }
        return Set.copyOf(places);
    }

    private static String countryOf(String place) {
        return place.split("-", 2)[0];
    }

    /** A list of places that the law, or the standard, does not allow. */
    public static final class Unlawful extends ErrorResponseException {
        Unlawful(String pointer, String detail) {
            super(HttpStatus.UNPROCESSABLE_CONTENT,
                    ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail), null);
            getBody().setProperty("errors", List.of(java.util.Map.of("pointer", pointer, "detail", detail)));
        }
    }
}
