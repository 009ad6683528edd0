package news.kiosque.gateway.notice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Replaces a page's slot as the page streams by, wherever its pieces are cut. Nothing leaves before the slot is found;
 * a page that has none so far down is let go as it is.
 */
final class SlotFiller {
    static final String START = "<!--kiosque:notice-->";
    static final String END = "<!--/kiosque:notice-->";
    private static final byte[] START_BYTES = START.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_BYTES = END.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final byte[] fragment;
    private final int furthest;
    private final Page page = new Page();
    private boolean done;
    private int start = -1;
    private int searched;
    private long growth;

    /**
     * @param fragment what comes into the slot; empty for nothing
     * @param furthest how many bytes are looked through for the slot
     */
    SlotFiller(byte[] fragment, int furthest) {
        this.fragment = fragment;
        this.furthest = furthest;
    }

    /** Whether the rest of the page passes as it is. */
    boolean isDone() {
        return done;
    }

    /** By how many bytes the page became longer; known once it is done. */
    long growth() {
        return growth;
    }

    /** Takes the next piece; answers what can be sent on by now, which is often nothing until the slot has been found. */
    byte[] feed(byte[] piece) {
        if (done) {
            return piece;
        }
        page.writeBytes(piece);
        if (start < 0) {
            start = page.indexOf(START_BYTES, searched);
            searched = start < 0 ? Math.max(0, page.size() - START_BYTES.length + 1) : start + START_BYTES.length;
        }
        if (start >= 0) {
            int end = page.indexOf(END_BYTES, searched);
            if (end >= 0) {
                done = true;
                int after = end + END_BYTES.length;
                growth = fragment.length - (after - start);
                return page.replaced(start, after, fragment);
            }
            searched = Math.max(searched, page.size() - END_BYTES.length + 1);
        }
        return page.size() > furthest ? end() : NOTHING;
    }

    /** What was held back, when the page is over. */
    byte[] end() {
        if (done) {
            return NOTHING;
        }
        done = true;
        return page.toByteArray();
    }

    /** The page so far, to be looked through without copying it. */
    private static final class Page extends ByteArrayOutputStream {

        private Page() {
            super(16_384);
        }

        int indexOf(byte[] wanted, int from) {
            for (int at = from; at <= count - wanted.length; at++) {
                int same = 0;
                while (same < wanted.length && buf[at + same] == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return at;
                }
            }
            return -1;
        }

        byte[] replaced(int from, int to, byte[] replacement) {
            byte[] filled = new byte[count - (to - from) + replacement.length];
            System.arraycopy(buf, 0, filled, 0, from);
            System.arraycopy(replacement, 0, filled, from, replacement.length);
            System.arraycopy(buf, to, filled, from + replacement.length, count - to);
            return filled;
        }
    }
}
