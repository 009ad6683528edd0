package news.kiosque.articles.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What a picture is, as its first bytes say and not as somebody calls it. */
record PictureType(String type, int width, int height) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int MOST_PIXELS_A_SIDE = 20_000;

    /** Empty for what is no PNG, JPEG or WebP, or has no size that a page could show. */
    static Optional<PictureType> of(byte[] bytes) {
        ByteBuffer picture = ByteBuffer.wrap(bytes);
        try {
            return Optional.ofNullable(read(picture)).filter(PictureType::canBeShown);
        } catch (IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private boolean canBeShown() {
        return width > 0 && height > 0 && width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE;
    }

    private static @Nullable PictureType read(ByteBuffer picture) {
        if (picture.getLong(0) == PNG && isAt(picture, 12, "IHDR")) {
            return new PictureType("image/png", picture.getInt(16), picture.getInt(20));
        }
        if ((picture.getShort(0) & 0xFFFF) == 0xFFD8) {
            return jpeg(picture);
        }
        return isAt(picture, 0, "RIFF") && isAt(picture, 8, "WEBP") ? webp(picture) : null;
    }

    /** Goes from segment to segment to the start of the frame (ITU T.81, annex B). */
    private static @Nullable PictureType jpeg(ByteBuffer picture) {
        int at = 2;
        while ((picture.get(at) & 0xFF) == 0xFF) {
            int marker = picture.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return new PictureType("image/jpeg", picture.getShort(at + 7) & 0xFFFF,
                        picture.getShort(at + 5) & 0xFFFF);
            } else {
                at += 2 + (picture.getShort(at + 2) & 0xFFFF);
            }
        }
        return null;
    }

    /** Simple lossy, lossless or extended (RFC 9649). */
    private static @Nullable PictureType webp(ByteBuffer picture) {
        picture.order(ByteOrder.LITTLE_ENDIAN);
        if (isAt(picture, 12, "VP8 ")) {
            return new PictureType("image/webp", picture.getShort(26) & 0x3FFF, picture.getShort(28) & 0x3FFF);
        }
        if (isAt(picture, 12, "VP8L")) {
            int bits = picture.getInt(21);
            return new PictureType("image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
        }
        return isAt(picture, 12, "VP8X")
                ? new PictureType("image/webp", (picture.getInt(24) & 0xFFFFFF) + 1,
                        (picture.getInt(26) >>> 8 & 0xFFFFFF) + 1)
                : null;
    }

    private static boolean isAt(ByteBuffer picture, int index, String ascii) {
        byte[] found = new byte[ascii.length()];
        picture.get(index, found);
        return new String(found, StandardCharsets.US_ASCII).equals(ascii);
    }
}
