package news.kiosque.consent.bureau;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import news.kiosque.consent.draft.Wording;
import news.kiosque.consent.notice.Notice.CookieTerms;
import news.kiosque.consent.notice.Notice.Terms;
import news.kiosque.consent.notice.Notice.Vendor;
import news.kiosque.consent.notice.Words;
import org.springframework.util.MultiValueMap;

/**
 * A notice as the fields of a form. Recipients and cookies are lines of a text, their parts set apart by {@code |}:
 * {@code name | policy} and {@code name | host | days | use in French | use in English}.
 */
public final class NoticeForm {
    private static final String APART = " | ";

    private NoticeForm() {}

    public static String vendors(Terms terms) {
        return terms.vendors().stream().map(vendor -> vendor.name() + APART + vendor.policy())
                .collect(Collectors.joining("\n"));
    }

    public static String cookies(Terms terms) {
        return terms.cookies().stream().map(cookie -> String.join(APART, cookie.name(), cookie.host(),
                Integer.toString(cookie.days()), cookie.use().get("fr"), cookie.use().get("en")))
                .collect(Collectors.joining("\n"));
    }

    /** What the form says; purposes whose box is not ticked are left out. */
    static Wording read(MultiValueMap<String, String> form) {
        List<Terms> purposes = form.getOrDefault("purpose", List.of()).stream().map(id -> new Terms(id,
                both(form, id + ".name"), both(form, id + ".explanation"), vendorsIn(text(form, id + ".vendors")),
                cookiesIn(text(form, id + ".cookies")))).toList();
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        form.keySet().stream().filter(field -> field.matches("(fr|en):.+")).forEach(field -> words
                .computeIfAbsent(field.substring(0, 2), language -> new LinkedHashMap<>())
                .put(field.substring(3), text(form, field)));
        return new Wording(purposes, words.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Words(entry.getValue()))));
    }

    private static List<Vendor> vendorsIn(String lines) {
        return parts(lines).stream().map(parts -> new Vendor(at(parts, 0), at(parts, 1))).toList();
    }

    /** A life that is no number is one that nobody may have. */
    private static List<CookieTerms> cookiesIn(String lines) {
        return parts(lines).stream().map(parts -> new CookieTerms(at(parts, 0), at(parts, 1),
                at(parts, 2).matches("\\d{1,6}") ? Integer.parseInt(at(parts, 2)) : -1,
                Map.of("fr", at(parts, 3), "en", at(parts, 4)))).toList();
    }

    private static List<String[]> parts(String lines) {
        List<String[]> all = new ArrayList<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> all.add(line.split("\\|", -1)));
        return all;
    }

    private static String at(String[] parts, int place) {
        return place < parts.length ? parts[place].strip() : "";
    }

    private static Map<String, String> both(MultiValueMap<String, String> form, String field) {
        return Map.of("fr", text(form, field + ".fr"), "en", text(form, field + ".en"));
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null ? "" : text.strip();
    }
}
