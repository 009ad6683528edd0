package news.kiosque.articles.importer;

import java.util.UUID;

import news.kiosque.articles.article.BlockReader;
import news.kiosque.articles.text.Digests;

/** Which article a line of an archive is about. */
final class Identity {
    private static final UUID NAMESPACE = UUID.fromString("0d1c2f5e-7a64-4a43-8c0d-6f6f3a3b9e51");

    private Identity() {}

    /** Always the same for the same line's id; that of an article of Kiosque's own stays what it is. */
    static String of(String source, String id) {
        return BlockReader.isId(id) ? id : Digests.uuid(NAMESPACE, source + "\n" + id);
    }
}
