package news.kiosque.gateway.notice;

import java.nio.charset.StandardCharsets;

import news.kiosque.events.NoticePublished;
import news.kiosque.gateway.edge.ContentHash;

/**
 * A notice as pages need it.
 *
 * @param fragment its HTML in UTF-8
 * @param tag tells its pages from those of another notice in their ETag
 */
record KnownNotice(NoticePublished event, byte[] fragment, String tag) {

    static KnownNotice of(NoticePublished event) {
        return new KnownNotice(event, event.html().getBytes(StandardCharsets.UTF_8),
                ContentHash.shortHex(event.html() + event.scriptHash()));
    }
}
