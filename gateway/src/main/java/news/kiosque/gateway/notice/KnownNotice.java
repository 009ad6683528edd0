package news.kiosque.gateway.notice;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import news.kiosque.events.NoticePublished;
import news.kiosque.gateway.edge.ContentHash;

/**
 * A notice as pages need it.
 *
 * @param places where its mode holds
 * @param asking what fills the slot of a reader who has not answered
 * @param objected the same for a reader whose browser objects, which it says
 */
record KnownNotice(NoticePublished event, Set<String> places, Fragment asking, Fragment objected) {
    private static final String WHERE_OBJECTED = " data-gpc hidden";
    private static final String SHOWN = " data-gpc";

    static KnownNotice of(NoticePublished event) {
        Set<String> places = event.places() == null ? Set.of() : Set.copyOf(event.places());
        return new KnownNotice(event, places, Fragment.of(event.html(), event.scriptHash()),
                Fragment.of(event.html().replace(WHERE_OBJECTED, SHOWN), event.scriptHash()));
    }

    Fragment fragment(boolean objects) {
        return objects ? objected : asking;
    }

    /**
     * What comes into a page.
     *
     * @param html in UTF-8
     * @param tag tells pages with it from all others in their ETag
     */
    record Fragment(byte[] html, String tag) {

        static Fragment of(String html, String scriptHash) {
            return new Fragment(html.getBytes(StandardCharsets.UTF_8), ContentHash.shortHex(html + scriptHash));
        }
    }
}
