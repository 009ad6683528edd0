package news.kiosque.standalone.backup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

import static news.kiosque.standalone.backup.Stores.ARTICLES;
import static news.kiosque.standalone.backup.Stores.CONSENT;
import static news.kiosque.standalone.backup.Stores.NOTICES;
import static news.kiosque.standalone.backup.Stores.RECORDS;
import static news.kiosque.standalone.backup.Stores.SEALS;

/** What has to be known of a whole backup before any of it is put back. */
final class Survey implements BackupReader.Taker {
    private final Map<String, Long> revByArticle = new HashMap<>();
    private final Set<String> everPublic = new HashSet<>();
    private final Set<String> notices = new HashSet<>();
    private final Set<String> sealedLater = new HashSet<>();
    private final Set<String> erased = new HashSet<>();
    private @Nullable Manifest manifest;

    @Override
    public void item(Part part, byte[] bytes) {
        switch (part.kind()) {
            case manifest -> manifest = Manifest.read(bytes);
            case file -> {
            }
            case documents, again -> document(part, new RawBsonDocument(bytes));
        }
    }

    private void document(Part part, RawBsonDocument document) {
        switch (part.name()) {
            case ARTICLES + "/articles" -> article(document);
            case CONSENT + "/" + NOTICES -> notices.add(document.getString("_id").getValue());
            case CONSENT + "/" + SEALS -> {
                if (part.kind() == Part.Kind.again) {
                    document.getArray("records").forEach(id -> sealedLater.add(id.asString().getValue()));
                }
            }
            case CONSENT + "/" + RECORDS -> {
                if (document.getString("type").getValue().equals("ERASED")) {
                    erased.add(document.getString("subject").getValue());
                }
            }
            default -> {
            }
        }
    }

    private void article(RawBsonDocument article) {
        var id = article.getString("_id").getValue();
        revByArticle.put(id, article.getNumber("rev").longValue());
        if (article.getDocument("order").getNumber("number").longValue() > 0) {
            everPublic.add(id);
        }
    }

    /** @throws NotABackup when there is none */
    Manifest manifest() {
        if (manifest == null) {
            throw new NotABackup("it does not say what it is");
        }
        return manifest;
    }

    /** @param subjects whose erasure is known from elsewhere */
    void areErased(Set<String> subjects) {
        erased.addAll(subjects);
    }

    int articles() {
        return revByArticle.size();
    }

    boolean hasArticle(String id) {
        return revByArticle.containsKey(id);
    }

    /** Whether a version is one that the article has left behind. */
    boolean isPast(String article, long rev) {
        return rev < revByArticle.getOrDefault(article, 0L);
    }

    boolean wasEverPublic(String article) {
        return everPublic.contains(article);
    }

    boolean hasNotice(String key) {
        return notices.contains(key);
    }

    /** Whether a record is under a seal that the backup does not have whole. */
    boolean isSealedLater(String record) {
        return sealedLater.contains(record);
    }

    boolean isErased(String subject) {
        return erased.contains(subject);
    }
}
