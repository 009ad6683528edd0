package news.kiosque.bench.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import news.kiosque.events.PublicArticle;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of articles with answers: {@code docs.jsonl[.gz]}, and {@code links*.tsv} or {@code qrels.tsv}.
 *
 * @param answers by query, how right each answer is
 */
public record Collection(String name, Map<String, PublicArticle> articles, Map<String, Map<String, Integer>> answers) {

    /** All collections in the folder, itself included. */
    public static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, 3)) {
            return paths.filter(Files::isDirectory).filter(Collection::isOne).sorted().toList();
        }
    }

    private static boolean isOne(Path folder) {
        try {
            return docs(folder) != null && !answerFiles(folder).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    public static Collection read(Path folder) throws IOException {
        Map<String, PublicArticle> articles = new LinkedHashMap<>();
        JsonMapper json = new JsonMapper();
        Path docs = docs(folder);
        try (InputStream file = Files.newInputStream(docs);
                InputStream in = docs.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    PublicArticle article = CollectedArticle.of(json.readTree(line));
                    articles.put(article.id(), article);
                }
            }
        }
        return new Collection(folder.getFileName().toString(), articles, answers(folder, articles));
    }

    /** Articles with answers, in the order of publication. */
    public List<PublicArticle> queries() {
        return answers.keySet().stream().map(articles::get)
                .sorted(Comparator.comparing(PublicArticle::publishedAt).thenComparing(PublicArticle::id)).toList();
    }

    /** Whether judges gave grades, so that all that is right is known. */
    public boolean isGraded() {
        return answers.values().stream().anyMatch(named -> named.containsValue(2));
    }

    private static Path docs(Path folder) {
        Path plain = folder.resolve("docs.jsonl");
        Path packed = folder.resolve("docs.jsonl.gz");
        return Files.exists(plain) ? plain : Files.exists(packed) ? packed : null;
    }

    private static List<Path> answerFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("links.*\\.tsv|qrels\\.tsv")).sorted()
                    .toList();
        }
    }

    /** An answer that there is no article for, that is the query itself, or that came later, is none. */
    private static Map<String, Map<String, Integer>> answers(Path folder, Map<String, PublicArticle> articles)
            throws IOException {
        Map<String, Map<String, Integer>> answers = new LinkedHashMap<>();
        for (Path file : answerFiles(folder)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            List<String> head = List.of(lines.removeFirst().split("\t"));
            int grade = head.indexOf("grade");
            for (String line : lines) {
                String[] cells = line.split("\t");
                PublicArticle query = articles.get(cells[0]);
                PublicArticle doc = articles.get(cells[1]);
                int worth = grade < 0 ? 1 : Integer.parseInt(cells[grade]);
                if (query != null && doc != null && query != doc && worth > 0
                        && !doc.publishedAt().isAfter(query.publishedAt())) {
                    answers.computeIfAbsent(cells[0], any -> new LinkedHashMap<>()).merge(cells[1], worth, Math::max);
                }
            }
        }
        return answers;
    }
}
