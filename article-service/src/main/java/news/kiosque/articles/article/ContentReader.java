package news.kiosque.articles.article;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.request.Fields;
import news.kiosque.articles.section.Sections;
import news.kiosque.articles.tag.Tag;
import news.kiosque.articles.text.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads an article as it is posted, and says of every field what is wrong with it. */
@Component
class ContentReader {
    private static final int BLOCKS = 500;
    /** What an answer says and a request need not: so that an answer can be changed and sent back. */
    private static final Set<String> OURS = Set.of("id", "rev", "state", "url", "createdAt", "savedAt", "publishedAt",
            "modifiedAt", "corrections", "withdrawal", "unpublishedChanges");

    private final Sections sections;

    ContentReader(Sections sections) {
        this.sections = sections;
    }

    record Posted(Edition edition, Content content) {}

    Posted posted(ObjectNode body) {
        Fields fields = new Fields(body);
        Edition edition = edition(fields, fields.text("edition", 10));
        Content content = content(fields, edition);
        return new Posted(edition, content);
    }

    /** The working copy of an article that exists, whose edition cannot change any more. */
    Content replacement(ObjectNode body, Edition edition) {
        Fields fields = new Fields(body);
        String named = fields.optionalText("edition", 10);
        fields.require("edition", named == null || named.equals(edition.name()),
                "cannot be changed: the article is in " + edition);
        fields.ignore(OURS);
        return content(fields, edition);
    }

    private Content content(Fields fields, Edition edition) {
        String section = fields.text("section", 200);
        fields.require("section", section.isEmpty() || sections.find(edition, section).isPresent(),
                "is not a section of the edition " + edition);
        String standfirst = fields.optionalText("standfirst", 2_000);
        Content content = new Content(section, fields.text("headline", 300), standfirst == null ? "" : standfirst,
                language(fields, edition), authors(fields), tags(fields),
                fields.objects("body", BLOCKS).stream().map(BlockReader::read).toList(), slug(fields),
                fields.instant("notBefore"), RelatedChoice.read(fields.object("related")));
        fields.refuseOthers();
        fields.check();
        return content;
    }

    private static Edition edition(Fields fields, String name) {
        fields.require("edition", Edition.named(name).isPresent(), "must be fr or en");
        return Edition.named(name).orElse(Edition.fr);
    }

    private static String language(Fields fields, Edition edition) {
        String language = fields.optionalText("language", 35);
        if (language == null || language.isEmpty()) {
            return edition.name();
        }
        try {
            return new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException _) {
            fields.fault("language", "must be a language tag such as fr or en-GB");
            return "";
        }
    }

    private static List<Author> authors(Fields fields) {
        List<Author> authors = fields.texts("authors", 20, 200).stream().map(Author::named).distinct().toList();
        fields.require("authors", authors.stream().noneMatch(author -> author.slug().isEmpty()),
                "must be names with a letter or digit of a to z");
        return authors;
    }

    private static List<Tag> tags(Fields fields) {
        List<Tag> tags = fields.texts("tags", 30, 100).stream().map(Tag::named).distinct().toList();
        fields.require("tags", tags.stream().noneMatch(tag -> tag.slug().isEmpty()),
                "must be names with a letter or digit of a to z");
        return tags;
    }

    private static @Nullable String slug(Fields fields) {
        String slug = fields.optionalText("slug", Slug.MAX_LENGTH);
        if (slug == null || slug.isEmpty()) {
            return null;
        }
        fields.require("slug", Slug.isValid(slug), "must be of a to z, 0 to 9 and single hyphens");
        return slug;
    }
}
