package news.kiosque.articles.section;

import java.util.Arrays;
import java.util.List;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.request.Fields;
import news.kiosque.articles.text.Slug;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a section as it is posted. */
final class SectionReader {
    private static final int DEPTH = 4;

    private SectionReader() {}

    /** One that says itself where it is. */
    static Section posted(ObjectNode body, Sections sections) {
        Fields fields = new Fields(body);
        return read(fields, fields.text("edition", 10), fields.text("path", 200), sections);
    }

    /** One whose place the address says; the body may repeat it. */
    static Section placed(ObjectNode body, String edition, String path, Sections sections) {
        Fields fields = new Fields(body);
        repeats(fields, "edition", edition);
        repeats(fields, "path", path);
        return read(fields, edition, path, sections);
    }

    private static Section read(Fields fields, String editionName, String path, Sections sections) {
        Edition edition = Edition.named(editionName).orElse(null);
        fields.require("edition", edition != null, "must be fr or en");
        fields.require("path", isPath(path), "must be such as monde or monde/europe, of at most " + DEPTH + " parts");
        if (edition != null && isPath(path)) {
            String parent = Section.parent(path);
            fields.require("path", !edition.reserves(Section.line(path).getFirst()), "is an address of something else");
            fields.require("path", parent.isEmpty() || sections.find(edition, parent).isPresent(),
                    "is below a section that there is not: make " + parent + " first");
        }
        Section section = new Section(edition == null ? Edition.fr : edition, path, fields.text("name", 100),
                fields.number("position", 0, 0, 10_000));
        fields.refuseOthers();
        fields.check();
        return section;
    }

    private static void repeats(Fields fields, String name, String place) {
        @Nullable
        String said = fields.optionalText(name, 200);
        fields.require(name, said == null || said.equals(place), "must be as in the address, or absent");
    }

    private static boolean isPath(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        return parts.size() <= DEPTH && parts.stream().allMatch(Slug::isValid);
    }
}
