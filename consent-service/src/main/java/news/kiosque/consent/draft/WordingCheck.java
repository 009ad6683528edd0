package news.kiosque.consent.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.Notice.CookieTerms;
import news.kiosque.consent.notice.Notice.Terms;
import news.kiosque.consent.notice.Notice.Vendor;
import news.kiosque.consent.notice.ShippedNotice;
import news.kiosque.consent.notice.Words;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import org.jspecify.annotations.Nullable;

/** Holds a draft to what readers have to be told: everything, in each language, of purposes that can be refused. */
final class WordingCheck {
    private static final Set<String> LANGUAGES = ShippedNotice.read().languages();
    private static final Set<String> KEYS = ShippedNotice.read().in("fr").all().keySet();
    private static final Set<String> OWN_COOKIES = Set.of("cs", "csid");
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LIFE_DAYS = 400;
    private static final String COOKIE_NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}";
    private static final String HOST = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}";
    private static final String LINK = "https://[^\\s\"'<>]{3,500}";

    private final List<Fault> faults = new ArrayList<>();

    private WordingCheck() {}

    /** Empty when readers can be asked so. */
    static List<Fault> of(Wording wording) {
        WordingCheck check = new WordingCheck();
        check.words(wording.words());
        check.purposes(wording.purposes());
        return check.faults;
    }

    private void words(@Nullable Map<String, Words> words) {
        if (words == null || !words.keySet().equals(LANGUAGES)) {
            fault("/words", "The notice is in the languages " + LANGUAGES + ", no more and no less.");
            return;
        }
        words.forEach((language, all) -> {
            for (String key : KEYS) {
                text("/words/" + language + "/" + key, all.all().get(key));
            }
            all.all().keySet().stream().filter(key -> !KEYS.contains(key)).forEach(
                    key -> fault("/words/" + language + "/" + key, "Nothing shows a text of this name."));
        });
    }

    private void purposes(@Nullable List<Terms> purposes) {
        if (purposes == null || purposes.size() < 2 || hasHoles(purposes)
                || !Notice.NECESSARY.equals(purposes.getFirst().id())) {
            fault("/purposes", "The purpose 'necessary' comes first, and at least one that can be refused follows.");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < purposes.size(); i++) {
            Terms terms = purposes.get(i);
            String at = "/purposes/" + i;
            boolean known = i == 0 || Purpose.named(terms.id()).isPresent();
            if (!known || !seen.add(terms.id())) {
                fault(at + "/id", "A purpose is one of " + List.of(Purpose.values()) + ", each named once.");
            }
            inEachLanguage(at + "/name", terms.name());
            inEachLanguage(at + "/explanation", terms.explanation());
            vendors(at + "/vendors", terms.vendors());
            cookies(at + "/cookies", terms.cookies());
        }
        List<CookieTerms> necessary = purposes.getFirst().cookies();
        if (necessary != null && !hasHoles(necessary)
                && !necessary.stream().map(CookieTerms::name).toList().containsAll(OWN_COOKIES)) {
            fault("/purposes/0/cookies", "The cookies cs and csid are set with every choice: name them.");
        }
    }

    private void vendors(String at, @Nullable List<Vendor> vendors) {
        if (vendors == null || hasHoles(vendors)) {
            fault(at, "Say who receives something, or [] when nobody does.");
            return;
        }
        for (int i = 0; i < vendors.size(); i++) {
            text(at + "/" + i + "/name", vendors.get(i).name());
            matches(at + "/" + i + "/policy", vendors.get(i).policy(), LINK, "An https address is needed here.");
        }
    }

    private void cookies(String at, @Nullable List<CookieTerms> cookies) {
        if (cookies == null || hasHoles(cookies)) {
            fault(at, "Name every cookie, or [] when there is none.");
            return;
        }
        for (int i = 0; i < cookies.size(); i++) {
            CookieTerms cookie = cookies.get(i);
            matches(at + "/" + i + "/name", cookie.name(), COOKIE_NAME, "This is no name of a cookie.");
            matches(at + "/" + i + "/host", cookie.host(), CookieTerms.SITE + "|" + HOST,
                    "A host is a domain in small letters, or 'site'.");
            if (cookie.days() < 0 || cookie.days() > LONGEST_LIFE_DAYS) {
                fault(at + "/" + i + "/days", "A life is 0 (until the browser is closed) to " + LONGEST_LIFE_DAYS
                        + " days.");
            }
            inEachLanguage(at + "/" + i + "/use", cookie.use());
        }
    }

    private void inEachLanguage(String at, @Nullable Map<String, String> texts) {
        if (texts == null || !texts.keySet().equals(LANGUAGES)) {
            fault(at, "This is needed in " + LANGUAGES + ".");
            return;
        }
        texts.forEach((language, text) -> text(at + "/" + language, text));
    }

    private static boolean hasHoles(List<?> list) {
        return list.stream().anyMatch(Objects::isNull);
    }

    private void text(String at, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            fault(at, "A text of 1 to " + LONGEST_TEXT + " characters is needed here.");
        }
    }

    private void matches(String at, @Nullable String text, String shape, String detail) {
        if (text == null || !text.matches(shape)) {
            fault(at, detail);
        }
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
