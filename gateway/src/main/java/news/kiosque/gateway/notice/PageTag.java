package news.kiosque.gateway.notice;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The ETag of a page as readers get it: the service's own, and which notice fills it. It is weak, since the same page
 * goes out compressed or not. {@code "o"} in variant v becomes {@code W/"o~v"}, {@code W/"o"} becomes {@code W/"o~~v"}.
 */
record PageTag(String service, String variant) {
    /** What is no page has no notice to tell apart. */
    static final String NO_PAGE = "-";
    private static final char JOINT = '~';

    static @Nullable PageTag of(@Nullable String serviceTag, String variant) {
        boolean quoted = serviceTag != null && serviceTag.length() >= 2 && serviceTag.endsWith("\"")
                && (serviceTag.startsWith("\"") || serviceTag.startsWith("W/\"") && serviceTag.length() >= 4);
        return quoted ? new PageTag(serviceTag, variant) : null;
    }

    /** The tags of an {@code If-None-Match} that this gateway can have given. */
    static List<PageTag> parse(List<String> ifNoneMatch) {
        List<PageTag> tags = new ArrayList<>(2);
        for (String line : ifNoneMatch) {
            int at = 0;
            while ((at = line.indexOf('"', at)) >= 0) {
                int end = line.indexOf('"', at + 1);
                if (end < 0) {
                    break;
                }
                int joint = line.lastIndexOf(JOINT, end);
                if (joint > at) {
                    tags.add(read(line.substring(at + 1, joint), line.substring(joint + 1, end)));
                }
                at = end + 1;
            }
        }
        return tags;
    }

    /** Whether a page in this variant would be what carried the tag. */
    boolean isOf(String wanted) {
        return variant.equals(wanted) || variant.equals(NO_PAGE);
    }

    private static PageTag read(String opaque, String variant) {
        boolean weak = !opaque.isEmpty() && opaque.charAt(opaque.length() - 1) == JOINT;
        return weak
                ? new PageTag("W/\"" + opaque.substring(0, opaque.length() - 1) + '"', variant)
                : new PageTag('"' + opaque + '"', variant);
    }

    /** As readers get it. */
    @Override
    public String toString() {
        boolean weak = service.startsWith("W/");
        String opaque = service.substring(weak ? 3 : 1, service.length() - 1);
        return "W/\"" + opaque + (weak ? "~~" : "~") + variant + '"';
    }
}
