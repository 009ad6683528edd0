package news.kiosque.articles.importer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import news.kiosque.articles.article.ArchivedArticle;
import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.BlockReader;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Origin;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.page.Site;
import news.kiosque.articles.request.Fields;
import news.kiosque.articles.tag.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an article of what a line of an archive says; fields that it does not know are passed over. */
@Component
class ArticleReader {
    /** There was no newspaper before. */
    private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
    private static final int BLOCKS = 500;
    private static final int DEPTH = 4;

    private final ZoneId zone;
    private final InstantSource clock;

    ArticleReader(Site site, InstantSource clock) {
        this.zone = site.zone();
        this.clock = clock;
    }

    /** @throws news.kiosque.articles.request.Invalid saying all that is wrong with it */
    ArchivedArticle read(Line.Identified line) {
        Fields fields = new Fields(line.json());
        fields.text(LineFields.ID, 200);
        fields.optionalText(LineFields.SOURCE, 40);
        fields.require(LineFields.SOURCE, ImportApi.isSource(line.identity().source()),
                "must be of a to z, 0 to 9 and hyphens");
        fields.optionalText(LineFields.URL, 2_000);
        Locale language = language(fields);
        Edition edition = edition(fields, language);
        Content content = content(fields, language);
        Instant published = published(fields);
        fields.check();
        Origin origin = new Origin(line.identity().source(), line.identity().id(), line.digest(),
                AsWritten.differing(line.json(), LineWriter.plain(content, published)));
        return new ArchivedArticle(line.article(), edition, content, published, origin);
    }

    /** The names of the sections that it says it is in, from the top down. */
    List<String> sections(Line.Identified line) {
        return sections(new Fields(line.json()));
    }

    private static List<String> sections(Fields fields) {
        String below = fields.optionalText(LineFields.SUBSECTION, 200);
        return NormalForm.sections(fields.text(LineFields.SECTION, 200), below == null ? "" : below);
    }

    private static Content content(Fields fields, Locale language) {
        List<String> sections = sections(fields);
        fields.require(LineFields.SECTION, !sections.isEmpty(), "must have a letter or digit of a to z");
        fields.require(LineFields.SUBSECTION, sections.size() <= DEPTH, "makes more than " + DEPTH + " levels");
        String standfirst = fields.optionalText(LineFields.STANDFIRST, 2_000);
        return new Content(NormalForm.path(sections), NormalForm.line(fields.text(LineFields.TITLE, 300)),
                standfirst == null ? "" : standfirst, language.toLanguageTag(), authors(fields), tags(fields),
                body(fields), null);
    }

    private static Locale language(Fields fields) {
        String tag = fields.text(LineFields.LANG, 35);
        fields.require(LineFields.LANG, NormalForm.language(tag).isPresent(), "must be such as fr or en-GB");
        return NormalForm.language(tag).orElse(Locale.ROOT);
    }

    private static Edition edition(Fields fields, Locale language) {
        fields.require(LineFields.LANG, Edition.named(language.getLanguage()).isPresent(),
                "is the language of no edition: there are fr and en");
        return Edition.named(language.getLanguage()).orElse(Edition.fr);
    }

    private Instant published(Fields fields) {
        @Nullable
        Instant moment = NormalForm.moment(fields.text(LineFields.PUBLISHED, 40), zone).orElse(null);
        fields.require(LineFields.PUBLISHED, moment != null,
                "must be a date or a moment, such as 2019-05-28 or 2019-05-28T18:30:00+02:00");
        Instant found = moment == null ? EARLIEST : moment;
        fields.require(LineFields.PUBLISHED, !found.isBefore(EARLIEST), "must not be before 1600");
        fields.require(LineFields.PUBLISHED, !found.isAfter(clock.instant()), "must not be in the future");
        return found;
    }

    private static List<Author> authors(Fields fields) {
        String one = fields.optionalText(LineFields.AUTHOR, 200);
        List<String> several = fields.texts(LineFields.AUTHORS, 20, 200);
        List<Author> authors = NormalForm.authors(several.isEmpty() ? Stream.ofNullable(one) : several.stream());
        fields.require(LineFields.AUTHOR, authors.stream().noneMatch(author -> author.slug().isEmpty()),
                "must have a letter or digit of a to z");
        return authors;
    }

    private static List<Tag> tags(Fields fields) {
        List<Tag> tags = NormalForm.tags(fields.texts(LineFields.TAGS, 30, 100));
        fields.require(LineFields.TAGS, tags.stream().noneMatch(tag -> tag.slug().isEmpty()),
                "must have a letter or digit of a to z");
        return tags;
    }

    private static List<Block> body(Fields fields) {
        String text = fields.optionalText(LineFields.BODY, LineSplitter.MAX_BYTES);
        List<Fields> typed = fields.objects(LineFields.BLOCKS, BLOCKS);
        List<Block> body = typed.isEmpty()
                ? PlainText.blocks(text == null ? "" : text)
                : typed.stream().map(BlockReader::read).toList();
        fields.require(LineFields.BODY, body.size() <= BLOCKS, "must have at most " + BLOCKS + " paragraphs");
        return body;
    }
}
