package news.kiosque.articles.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.articles.article.Filing;
import news.kiosque.articles.article.Filing.Result;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param line its number, from 1
 * @param id the archive's id, where the line says one
 * @param article the id of the article here
 * @param reason why it was rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(long line, Result status, @Nullable String id, @Nullable String article, @Nullable String reason) {

    static Answer of(Line.Readable line, Filing filing) {
        return filing.result() == Result.rejected
                ? rejected(line, String.valueOf(filing.reason()))
                : new Answer(line.number(), filing.result(), line.article().origin().id(), filing.article(), null);
    }

    /** Of one that says what it said before. */
    static Answer unchanged(Line.Identified line) {
        return new Answer(line.number(), Result.unchanged, line.identity().id(), line.article(), null);
    }

    static Answer rejected(Line.Readable line, String reason) {
        return new Answer(line.number(), Result.rejected, line.article().origin().id(), null, reason);
    }

    static Answer of(Line.Unreadable line) {
        return new Answer(line.number(), Result.rejected, line.id(), null, line.reason());
    }
}
