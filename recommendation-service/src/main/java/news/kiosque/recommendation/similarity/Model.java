package news.kiosque.recommendation.similarity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * What each {@link Feature} is worth, with the evidence for it. Models are values: the shipped one lies beside this class
 * as JSON, learned ones in the service's folder.
 *
 * @param name such as {@code shipped} or {@code learned-2026-11-02}
 * @param evidence what it was fitted on and how well it did on what it had not seen
 */
public record Model(String name, String evidence, List<Part> parts) {
    private static final JsonMapper JSON = new JsonMapper();

    public static final Model SHIPPED = shipped();

    /**
     * What one feature is worth: a step function of it.
     *
     * @param above where a step begins, rising
     * @param worth what the score gets up to the first step, and above each; one more than steps, the least of them 0
     * @param evidence what is lost without it
     */
    public record Part(Feature feature, List<Double> above, List<Double> worth, String evidence) {

        public Part {
            above = List.copyOf(above);
            worth = List.copyOf(worth);
            if (worth.size() != above.size() + 1) {
                throw new IllegalArgumentException(feature + " needs one worth more than it has steps");
            }
        }
    }

    public Model {
        parts = List.copyOf(parts);
    }

    /** Changes with whatever would change a score. */
    public String version() {
        int hash = 1;
        for (Part part : parts) {
            hash = 31 * hash + Objects.hash(part.feature().name(), part.above(), part.worth());
        }
        return Integer.toHexString(hash);
    }

    /** @throws tools.jackson.core.JacksonException when it is no model */
    public static Model read(byte[] json) {
        return JSON.readValue(json, Model.class);
    }

    public byte[] toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    private static Model shipped() {
        try (InputStream json = Objects.requireNonNull(Model.class.getResourceAsStream("shipped-model.json"))) {
            return read(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
