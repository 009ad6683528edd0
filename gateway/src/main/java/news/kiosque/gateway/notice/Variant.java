package news.kiosque.gateway.notice;

import java.util.Set;

import news.kiosque.platform.consent.ConsentCookie.Purpose;

/**
 * How a page looks to one reader.
 *
 * @param fragment what fills the slot; empty when the reader has answered, or when no notice is known
 * @param tag the part of the page's ETag that tells this variant from the others
 * @param scriptHash of the fragment's inline script; empty when it has none
 * @param agreed what the reader has agreed to, or what may be presumed
 */
record Variant(byte[] fragment, String tag, String scriptHash, Set<Purpose> agreed) {
    private static final byte[] EMPTY = {};

    static Variant withoutNotice(Set<Purpose> agreed) {
        return new Variant(EMPTY, "0", "", agreed);
    }

    static Variant asking(KnownNotice notice, boolean objects, Set<Purpose> presumed) {
        KnownNotice.Fragment fragment = notice.fragment(objects);
        return new Variant(fragment.html(), fragment.tag(), notice.event().scriptHash(), presumed);
    }

    boolean isAsking() {
        return fragment.length > 0;
    }
}
