package news.kiosque.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The consent notice that pages show from now on, for one language and one mode of the law.
 *
 * @param language BCP 47 tag
 * @param mode {@code opt_in}, {@code opt_out} or {@code implied}
 * @param version of the notice; a choice made under another one no longer counts
 * @param html the fragment for the slot of the page; empty when there is nothing to ask. What stands in it as
 *        {@code data-gpc hidden} is for readers whose browser objects, and is shown to them without {@code hidden}
 * @param textHash SHA-256 of what is asked, in lower-case hex
 * @param scriptHash {@code sha256-…} in Base64 of the script that it brings, for the Content-Security-Policy; empty when
 *        there is none
 * @param places where the mode holds, as countries ({@code BR}) or parts of them ({@code US-CA}), ISO 3166; everywhere
 *        else, and wherever it is not known, {@code opt_in} does
 */
public record NoticePublished(Order order, String language, String mode, String version, String html, String textHash,
        String scriptHash, Instant publishedAt, @Nullable List<String> places) implements Event {

    @Override
    public String key() {
        return language + "." + mode;
    }
}
