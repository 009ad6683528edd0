package news.kiosque.recommendation.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import news.kiosque.events.Block;
import news.kiosque.events.PublicArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of articles with answers: {@code docs.jsonl[.gz]} and {@code links*.tsv} or {@code qrels.tsv}.
 *
 * @param answers by query, the ids that are right, each with its grade
 */
record Corpus(Map<String, PublicArticle> articles, Map<String, Map<String, Integer>> answers) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static Corpus read(Path folder) throws IOException {
        Map<String, PublicArticle> articles = new LinkedHashMap<>();
        Path plain = folder.resolve("docs.jsonl");
        Path packed = folder.resolve("docs.jsonl.gz");
        JsonMapper json = new JsonMapper();
        try (InputStream in = Files.exists(plain)
                ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(packed));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PublicArticle article = article(json.readTree(line));
                articles.put(article.id(), article);
            }
        }
        return new Corpus(articles, answers(folder));
    }

    private static Map<String, Map<String, Integer>> answers(Path folder) throws IOException {
        Map<String, Map<String, Integer>> answers = new LinkedHashMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                boolean graded = file.endsWith("qrels.tsv");
                for (String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
                    String[] cells = line.split("\t");
                    answers.computeIfAbsent(cells[0], q -> new LinkedHashMap<>()).put(cells[1],
                            graded ? Integer.parseInt(cells[2]) : 1);
                }
            }
        }
        return answers;
    }

    private static PublicArticle article(JsonNode doc) {
        String section = text(doc, "section");
        String path = text(doc, "subsection").isEmpty() ? section : section + "/" + text(doc, "subsection");
        List<PublicArticle.Tag> tags = new ArrayList<>();
        doc.path("tags").forEach(tag -> tags.add(new PublicArticle.Tag(tag.asString(), tag.asString())));
        Instant published = time(text(doc, "published"));
        String body = text(doc, "body").replace("&", "&amp;").replace("<", "&lt;");
        return new PublicArticle(text(doc, "id"), text(doc, "lang"), text(doc, "lang"), "/" + text(doc, "id"),
                text(doc, "title"), text(doc, "standfirst"),
                path.isEmpty() ? List.of() : List.of(new PublicArticle.Section(path, path)), List.of(), tags,
                List.of(new Block("paragraph", body, null, null, null, null, null, null, null, null, null, null)),
                List.of(), List.of(), null, published, published);
    }

    private static String text(JsonNode doc, String field) {
        JsonNode value = doc.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    private static Instant time(String published) {
        if (published.isEmpty()) {
            return Instant.EPOCH;
        }
        if (published.length() == 10) {
            return LocalDate.parse(published).atStartOfDay(PARIS).toInstant();
        }
        return published.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(published).toInstant()
                : LocalDateTime.parse(published).atZone(PARIS).toInstant();
    }
}
