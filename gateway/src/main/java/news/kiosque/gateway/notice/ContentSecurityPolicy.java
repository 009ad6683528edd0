package news.kiosque.gateway.notice;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A page's policy, opened as far as the notice needs and no further. */
final class ContentSecurityPolicy {
    private static final String SELF = "'self'";
    private static final String NONE = "'none'";

    private final Map<String, String> directives = new LinkedHashMap<>();

    private ContentSecurityPolicy() {}

    /** The page's policy with the notice in it: style and script of the site's own, its form, its inline script. */
    static String withNotice(String policy, String scriptHash) {
        ContentSecurityPolicy opened = parse(policy);
        opened.allow("style-src", SELF, true);
        opened.allow("script-src", SELF, true);
        opened.allow("connect-src", SELF, true);
        opened.allow("form-action", SELF, false);
        if (!scriptHash.isEmpty()) {
            opened.allow("script-src", "'" + scriptHash + "'", true);
        }
        return opened.text();
    }

    private static ContentSecurityPolicy parse(String policy) {
        ContentSecurityPolicy parsed = new ContentSecurityPolicy();
        for (String directive : policy.split(";")) {
            String[] parts = directive.strip().split("\\s+", 2);
            if (!parts[0].isEmpty()) {
                parsed.directives.putIfAbsent(parts[0].toLowerCase(Locale.ROOT),
                        parts.length > 1 ? parts[1].strip() : "");
            }
        }
        return parsed;
    }

    /** @param inherits whether the default sources hold where the directive is absent */
    private void allow(String directive, String source, boolean inherits) {
        String allowed = directives.get(directive);
        if (allowed == null) {
            allowed = inherits ? directives.get("default-src") : null;
        }
        if (allowed == null || (" " + allowed + " ").contains(" " + source + " ")) {
            return;
        }
        directives.put(directive, allowed.isEmpty() || allowed.equals(NONE) ? source : allowed + " " + source);
    }

    private String text() {
        StringBuilder text = new StringBuilder(256);
        directives.forEach((name, sources) -> text.append(text.isEmpty() ? "" : "; ").append(name)
                .append(sources.isEmpty() ? "" : " ").append(sources));
        return text.toString();
    }
}
