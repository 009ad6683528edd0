package news.kiosque.consent.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.Words;

/** What of a notice can be drafted: all but its version, which publishing decides. */
public record Wording(List<Notice.Terms> purposes, Map<String, Words> words) {

    public static Wording of(Notice notice) {
        return new Wording(notice.purposes(), notice.words());
    }

    Notice as(String version, LocalDate updated) {
        return new Notice(version, updated, purposes, words);
    }
}
