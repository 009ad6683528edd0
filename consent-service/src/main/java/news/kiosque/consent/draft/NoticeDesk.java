package news.kiosque.consent.draft;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

import news.kiosque.consent.notice.Edition;
import news.kiosque.consent.notice.Mode;
import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.NoticeEditions;
import news.kiosque.consent.notice.Notices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Where the next notice is written and put into force. What is in force never changes; only another can follow. */
@Component
public class NoticeDesk {
    private final Drafts drafts;
    private final NoticeEditions editions;
    private final Notices notices;
    private final InstantSource clock;
    private final ZoneId zone;

    NoticeDesk(Drafts drafts, NoticeEditions editions, Notices notices, InstantSource clock,
            @Value("${kiosque.zone}") ZoneId zone) {
        this.drafts = drafts;
        this.editions = editions;
        this.notices = notices;
        this.clock = clock;
        this.zone = zone;
    }

    public Mono<Draft> draft() {
        return drafts.find();
    }

    /**
     * Keeps a draft in place of the one before; fails with {@link Unpublishable} or {@link DraftChanged}.
     *
     * @param seen rev of the draft that it was written from, 0 for none; absent to replace whatever is there
     */
    public Mono<Draft> save(Wording wording, OptionalLong seen, String by) {
        List<Fault> faults = WordingCheck.of(wording);
        return faults.isEmpty()
                ? drafts.save(wording, seen, clock.instant().truncatedTo(ChronoUnit.MILLIS), by)
                : Mono.error(new Unpublishable(faults));
    }

    public Mono<Boolean> discard(long rev) {
        return drafts.remove(rev);
    }

    /** What the draft says otherwise than the notice in force. */
    public List<Change> changes(Draft draft) {
        return Changes.between(Wording.of(notices.inForce()), draft.wording());
    }

    /** The fragment as pages would show it. */
    public String preview(Draft draft, String language, Mode mode) {
        return notices.preview(draft.wording().as("draft", today()), language, mode);
    }

    /**
     * Puts the draft into force; fails with {@link DraftChanged} when it is not the one that was seen.
     *
     * @param material whether every reader is asked again; where something is added to what they agreed to, they have to be
     */
    public Mono<Edition> publish(long rev, boolean material, String by) {
        return drafts.find().filter(draft -> draft.rev() == rev).switchIfEmpty(Mono.error(DraftChanged::new))
                .flatMap(draft -> {
                    List<Change> changes = changes(draft);
                    refuseUnlessItMay(changes, material);
                    Notice before = notices.inForce();
                    Notice next = draft.wording().as(material ? after(before.version()) : before.version(), today());
                    return editions.add(new Edition(notices.edition() + 1, next, material,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS), by))
                            .switchIfEmpty(Mono.error(DraftChanged::new));
                }).flatMap(edition -> notices.publish().then(drafts.remove(rev)).thenReturn(edition));
    }

    private static void refuseUnlessItMay(List<Change> changes, boolean material) {
        if (changes.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "The draft says what the notice in force says.");
        }
        changes.stream().filter(change -> change.material() && !material).findFirst().ifPresent(change -> {
            throw new Unpublishable(List.of(new Fault("/material", "Readers have not agreed to this yet: "
                    + change.where() + ". Publish it as material, so that everybody is asked again.")));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The version after this one: the next number, or the same name with a number. */
    static String after(String version) {
        int digits = version.length();
        while (digits > 0 && Character.isDigit(version.charAt(digits - 1)) && version.length() - digits < 9) {
            digits--;
        }
        String number = version.substring(digits);
        return version.substring(0, digits) + (number.isEmpty() ? "-2" : Long.toString(Long.parseLong(number) + 1));
    }
}
