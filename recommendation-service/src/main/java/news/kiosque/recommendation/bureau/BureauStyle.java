package news.kiosque.recommendation.bureau;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style of the bureau's pages, which stands in each of them. */
public final class BureauStyle {
    public static final String CSS = read();

    private BureauStyle() {}

    private static String read() {
        try (InputStream css = Objects.requireNonNull(BureauStyle.class.getResourceAsStream("bureau.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
