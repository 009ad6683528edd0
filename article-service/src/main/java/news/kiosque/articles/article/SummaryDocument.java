package news.kiosque.articles.article;

import news.kiosque.articles.edition.Edition;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Projections.include;

/** What is read of an article's document for a list: everything but the bodies. */
final class SummaryDocument {
    static final Bson FIELDS = include("edition", "url", "publishedAt", "modifiedAt", "live.headline",
            "live.standfirst", "live.language", "live.section", "live.authors", "live.picture", "live.video");

    private SummaryDocument() {}

    static Summary read(Document document) {
        Document live = document.get("live", Document.class);
        Document picture = live.get("picture", Document.class);
        return new Summary(document.getString("_id"), Edition.valueOf(document.getString("edition")),
                document.getString("url"), live.getString("headline"), live.getString("standfirst"),
                live.getString("language"), live.getString("section"), ContentDocument.authors(live),
                document.getDate("publishedAt").toInstant(), document.getDate("modifiedAt").toInstant(),
                picture == null
                        ? null
                        : new Summary.Picture(picture.getString("medium"), picture.getString("alt")),
                live.getBoolean("video"));
    }
}
