package news.kiosque.consent.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import news.kiosque.consent.notice.Notice;

/**
 * What one notice says otherwise than another. Whatever adds to what readers agreed to (a purpose, a recipient, a cookie,
 * a longer life) is material; taking away and wording are editorial, unless the administrator thinks otherwise.
 */
final class Changes {
    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    static List<Change> between(Wording before, Wording after) {
        Changes changes = new Changes();
        changes.compare(reach(before), reach(after), true);
        changes.lives(lives(before), lives(after));
        changes.compare(texts(before), texts(after), false);
        return changes.found;
    }

    private void compare(Map<String, String> before, Map<String, String> after, boolean materialWhenNew) {
        after.forEach((where, text) -> {
            String old = before.get(where);
            if (old == null) {
                found.add(new Change(where, null, text, materialWhenNew));
            } else if (!old.equals(text)) {
                found.add(new Change(where, old, text, false));
            }
        });
        before.forEach((where, text) -> {
            if (!after.containsKey(where)) {
                found.add(new Change(where, text, null, false));
            }
        });
    }

    private void lives(Map<String, Integer> before, Map<String, Integer> after) {
        after.forEach((where, days) -> {
            Integer old = before.get(where);
            if (old != null && !old.equals(days)) {
                found.add(new Change(where + ", life", old + " days", days + " days", days > old));
            }
        });
    }

    /** How far the consent reaches: purposes, recipients, cookies. */
    private static Map<String, String> reach(Wording wording) {
        Map<String, String> reach = new LinkedHashMap<>();
        for (Notice.Terms terms : wording.purposes()) {
            reach.put(terms.id(), "a purpose");
            terms.vendors().forEach(vendor -> reach.put(terms.id() + ", recipient " + vendor.name(), vendor.policy()));
            terms.cookies().forEach(cookie -> reach.put(cookieAt(terms, cookie), "a cookie"));
        }
        return reach;
    }

    private static Map<String, Integer> lives(Wording wording) {
        Map<String, Integer> lives = new LinkedHashMap<>();
        wording.purposes().forEach(
                terms -> terms.cookies().forEach(cookie -> lives.put(cookieAt(terms, cookie), cookie.days())));
        return lives;
    }

    private static Map<String, String> texts(Wording wording) {
        Map<String, String> texts = new LinkedHashMap<>();
        wording.words().forEach((language, words) -> new TreeSet<>(words.all().keySet())
                .forEach(key -> texts.put("text " + key + " (" + language + ")", words.get(key))));
        for (Notice.Terms terms : wording.purposes()) {
            terms.name().forEach((language, name) -> texts.put(terms.id() + ", name (" + language + ")", name));
            terms.explanation().forEach(
                    (language, text) -> texts.put(terms.id() + ", explanation (" + language + ")", text));
            terms.cookies().forEach(cookie -> cookie.use().forEach((language, use) -> texts
                    .put(cookieAt(terms, cookie) + ", use (" + language + ")", use)));
        }
        return texts;
    }

    private static String cookieAt(Notice.Terms terms, Notice.CookieTerms cookie) {
        return terms.id() + ", cookie " + cookie.name() + " of " + cookie.host();
    }
}
