package news.kiosque.gateway.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A reader's question for a page: how the page would look to them, and which copies they already have.
 *
 * @param variant as the address alone tells
 */
record PageRequest(ServerHttpRequest http, Variants variants, Variant variant, List<PageTag> copies, int furthest,
        List<String> vary) {

    static PageRequest of(ServerHttpRequest http, Variants variants, int furthest, List<String> vary) {
        Variant variant = variants.choose(http, Variants.languageOf(http.getURI().getRawPath()));
        List<PageTag> copies = PageTag.parse(http.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH));
        return new PageRequest(http, variants, variant, copies, furthest, vary);
    }

    HttpMethod method() {
        return http.getMethod();
    }

    /** How the page looks, now that it has said its language. */
    Variant variantIn(@Nullable String contentLanguage) {
        String path = http.getURI().getRawPath();
        String language = Variants.languageOf(path, contentLanguage);
        return language.equals(Variants.languageOf(path)) ? variant : variants.choose(http, language);
    }

    /** The service is asked only about copies that look as the page would look now. */
    void askService(HttpHeaders headers) {
        if (!headers.containsHeader(HttpHeaders.IF_NONE_MATCH)) {
            return;
        }
        headers.remove(HttpHeaders.IF_NONE_MATCH);
        // Its date would say that nothing changed when only the notice did.
        headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
        List<String> tags = copies.stream().filter(copy -> copy.isOf(variant.tag())).map(PageTag::service).distinct()
                .toList();
        if (!tags.isEmpty()) {
            headers.set(HttpHeaders.IF_NONE_MATCH, String.join(", ", tags));
        }
    }

    /** The reader's copy that the service says is still good. */
    @Nullable
    PageTag matching(@Nullable String serviceTag) {
        return copies.stream().filter(copy -> copy.isOf(variant.tag()))
                .filter(copy -> serviceTag == null || opaque(copy.service()).equals(opaque(serviceTag))).findFirst()
                .orElse(null);
    }

    boolean alreadyHas(@Nullable PageTag tag) {
        boolean reads = HttpMethod.GET.equals(method()) || HttpMethod.HEAD.equals(method());
        return tag != null && reads && copies.contains(tag);
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
