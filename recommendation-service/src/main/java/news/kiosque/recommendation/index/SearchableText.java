package news.kiosque.recommendation.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import news.kiosque.events.PublicArticle;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/** What readers search in, as it lies in the index beside what articles are compared by. */
public final class SearchableText {
    public static final String TEXT = "search.text";
    public static final String URL = "search.url";
    public static final String LANGUAGE = "search.language";
    public static final String EDITION = Documents.EDITION;
    public static final String SECTION = "search.section";
    public static final String PUBLISHED = Documents.PUBLISHED;

    /** Raised by hand when anything here is written in another way. */
    static final String VERSION = "2";

    /** What is beyond is found neither in excerpts nor by its words; a long report has 30,000 characters. */
    private static final int LONGEST = 100_000;
    private static final int LONGEST_PATH = 1_000;
    private static final FieldType WORDS = words();

    private SearchableText() {}

    /** The parts of an article that words are looked for in: what matters most first. */
    public enum Part {
        /** What it is called. */
        HEADLINE(4),
        /** What it says first, and what it is filed under: standfirst, tags, authors. */
        LEAD(2),
        /** All that it says below its headline. */
        BODY(1);

        private final float boost;

        Part(float boost) {
            this.boost = boost;
        }

        /** How much more a word counts here. */
        public float boost() {
            return boost;
        }

        /** @param chain one of {@link Analysis#languages()} */
        public String field(String chain) {
            return "search." + name().toLowerCase(Locale.ROOT) + "." + chain;
        }
    }

    public static List<IndexableField> of(ArticleWords words) {
        PublicArticle article = words.article();
        String chain = Analysis.chainOf(article.language());
        Analysis analysis = Analysis.of(chain);
        List<IndexableField> fields = new ArrayList<>();
        fields.add(new StoredField(TEXT, shortened((words.standfirst() + "\n" + words.body()).strip())));
        fields.add(new StoredField(URL, article.url()));
        fields.add(new StringField(LANGUAGE, Analysis.primary(article.language()), Field.Store.NO));
        article.sections().stream().map(PublicArticle.Section::path).filter(path -> path.length() <= LONGEST_PATH)
                .forEach(path -> fields.add(new StringField(SECTION, path, Field.Store.NO)));
        List<Analysis.Word> lead = new ArrayList<>(words.standfirstWords());
        lead.addAll(analysis.words(filedUnder(article)));
        int headline = words.headline().size();
        int read = Math.max(headline, words.wordsBefore(article.headline().length() + LONGEST));
        fields.add(new Field(Part.HEADLINE.field(chain), analysis.forIndex(words.headline()), WORDS));
        fields.add(new Field(Part.LEAD.field(chain), analysis.forIndex(lead), WORDS));
        fields.add(new Field(Part.BODY.field(chain), analysis.forIndex(words.words().subList(headline, read)), WORDS));
        return fields;
    }

    private static String filedUnder(PublicArticle article) {
        return Stream.concat(article.tags().stream().map(PublicArticle.Tag::name),
                article.authors().stream().map(PublicArticle.Author::name)).collect(Collectors.joining("\n"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
