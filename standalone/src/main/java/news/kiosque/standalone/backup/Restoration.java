package news.kiosque.standalone.backup;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

import static news.kiosque.standalone.backup.Stores.ARTICLES;
import static news.kiosque.standalone.backup.Stores.CONSENT;
import static news.kiosque.standalone.backup.Stores.RECORDS;
import static news.kiosque.standalone.backup.Stores.REVISIONS;
import static news.kiosque.standalone.backup.Stores.SEALS;
import static news.kiosque.standalone.backup.Stores.SUBJECTS;
import static news.kiosque.standalone.backup.Stores.URLS;

/**
 * What becomes of each document of a backup: together they are the suite of one moment, in a new epoch.
 *
 * @param epoch that the suite is in from now on
 */
record Restoration(Survey survey, long epoch) {
    private static final String OF_ARTICLE = "article/";

    /** The document as it is put back; null when it belongs to a later moment than the others. */
    @Nullable
    BsonDocument of(Part part, byte[] bytes) {
        var document = new RawBsonDocument(bytes).decode(new BsonDocumentCodec());
        return switch (part.name()) {
            case ARTICLES + "/articles" -> article(document);
            case ARTICLES + "/" + REVISIONS -> survey.isPast(string(document, "article"),
                    document.getNumber("rev").longValue()) ? document : null;
            case ARTICLES + "/" + URLS -> url(document);
            case CONSENT + "/" + RECORDS -> record(document);
            case CONSENT + "/" + SUBJECTS -> survey.isErased(string(document, "subject")) ? null : document;
            case CONSENT + "/" + SEALS -> part.kind() == Part.Kind.again ? null : document;
            default -> document;
        };
    }

    private BsonDocument article(BsonDocument article) {
        article.getDocument("order").put("epoch", new BsonInt64(epoch));
        return article;
    }

    private @Nullable BsonDocument url(BsonDocument url) {
        var owner = string(url, "owner");
        return !owner.startsWith(OF_ARTICLE) || survey.hasArticle(owner.substring(OF_ARTICLE.length())) ? url : null;
    }

    /** What was chosen by somebody erased is not told again. */
    private BsonDocument record(BsonDocument record) {
        if (survey.isErased(string(record, "subject")) && !string(record, "type").equals("ERASED")) {
            record.remove("pending");
            record.remove("event");
        }
        if (survey.isSealedLater(string(record, "_id"))) {
            record.put("unsealed", BsonBoolean.TRUE);
        }
        return record;
    }

    private static String string(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }
}
