package news.kiosque.consent.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a notice what stands in a page, and what of it counts as the text that was asked. */
@Component
class NoticeFragments {
    private static final JsonMapper JSON = JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final List<String> ASKED = List.of("label", "accept", "refuse", "readMore", "choose", "save");

    private final Templates templates;
    private final NoticeAssets assets;

    NoticeFragments(Templates templates, NoticeAssets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    Fragment of(Notice notice, String language, Mode mode) {
        String text = text(notice, language, mode);
        String hash = hash(text);
        String html = templates.render("notice", Map.of("notice", notice, "language", language, "mode", mode, "words",
                notice.in(language), "hash", hash, "assets", assets));
        return new Fragment(notice.version(), language, mode, hash, text, html, assets.scriptHash());
    }

    /** All that bears on the choice, in an order of its own, so that only a change of substance changes the hash. */
    private static String text(Notice notice, String language, Mode mode) {
        Words words = notice.in(language);
        return JSON.writeValueAsString(Map.of("version", notice.version(), "language", language, "mode", mode.id(),
                "ask", words.get("ask." + mode.id()), "words", ASKED.stream().map(words::get).toList(), "purposes",
                notice.purposes().stream().map(terms -> new StoredText.Asked(terms.id(), terms.name().get(language),
                        terms.explanation().get(language), terms.vendors(), terms.cookies().stream()
                                .map(cookie -> new StoredText.AskedCookie(cookie.name(), cookie.host(), cookie.days()))
                                .toList()))
                        .toList()));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A notice in one language and mode.
     *
     * @param textHash SHA-256 of {@code text}, in hex
     * @param html for the slot of the page
     * @param scriptHash of the script that it brings, as browsers check it
     */
    record Fragment(String version, String language, Mode mode, String textHash, String text, String html,
            String scriptHash) {}
}
