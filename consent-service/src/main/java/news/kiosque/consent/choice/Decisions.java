package news.kiosque.consent.choice;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import news.kiosque.consent.ledger.Choice;
import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.ledger.Ledger;
import news.kiosque.consent.ledger.LedgerKeys;
import news.kiosque.consent.ledger.ReaderId;
import news.kiosque.consent.ledger.SubjectErased;
import news.kiosque.consent.notice.Mode;
import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.Notices;
import news.kiosque.consent.tally.Tally;
import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts readers' choices on record, and only then lets them count. */
@Component
class Decisions {
    private static final Duration LIFE = ConsentCookie.LIFE;

    private final Ledger ledger;
    private final Notices notices;
    private final StoreGate gate;
    private final Tally tally;
    private final byte[] readerSecret;

    Decisions(Ledger ledger, Notices notices, StoreGate gate, LedgerKeys keys, Tally tally) {
        this.ledger = ledger;
        this.notices = notices;
        this.gate = gate;
        this.tally = tally;
        readerSecret = keys.secretFor("reader");
    }

    /** The choice on record and the reader's id; fails with {@link Refused} when it is not to be taken. */
    Mono<Decided> decide(Caller caller, DecisionRequest request) {
        return Mono.defer(() -> {
            Notice notice = notices.inForce();
            String version = current(notice, request.notice());
            Set<Purpose> agreed = agreed(notice, caller, request);
            String language = language(notice, request.language());
            Mode mode = mode(request.mode());
            Choice choice = new Choice(agreed.isEmpty() ? Choice.Kind.REFUSED : Choice.Kind.GIVEN,
                    agreed.stream().sorted().map(Purpose::name).toList(), language, mode.id(),
                    caller.globalPrivacyControl());
            return textShown(notice, request.text(), language, mode)
                    .flatMap(text -> put(caller, version, text, choice));
        }).transform(gate::bound);
    }

    /** Takes back what the reader agreed to; empty when nothing is on record. */
    Mono<Decided> withdraw(Caller caller) {
        return Mono.justOrEmpty(caller.reader()).flatMap(reader -> ledger.current(reader).flatMap(last -> {
            Choice choice = new Choice(Choice.Kind.WITHDRAWN, List.of(), last.choice().language(),
                    last.choice().mode(), caller.globalPrivacyControl());
            return append(reader, caller, last.record().noticeVersion(), last.record().noticeHash(), choice);
        })).onErrorResume(SubjectErased.class, gone -> Mono.empty()).transform(gate::bound);
    }

    Mono<Void> erase(Caller caller) {
        return Mono.justOrEmpty(caller.reader()).flatMap(ledger::erase).transform(gate::bound);
    }

    Mono<Entry> current(Caller caller) {
        return Mono.justOrEmpty(caller.reader()).flatMap(ledger::current).transform(gate::bound);
    }

    /** A cookie that nobody was given is not taken over: whoever has planted it could read what its reader chose. */
    private Mono<Decided> put(Caller caller, String version, String textHash, Choice choice) {
        return Mono.justOrEmpty(caller.reader()).filterWhen(reader -> ledger.current(reader).hasElement())
                .switchIfEmpty(Mono.fromSupplier(() -> caller.newReader(readerSecret)))
                .flatMap(reader -> append(reader, caller, version, textHash, choice))
                .onErrorResume(SubjectErased.class,
                        gone -> append(ReaderId.random(), caller, version, textHash, choice));
    }

    private Mono<Decided> append(ReaderId reader, Caller caller, String version, String textHash, Choice choice) {
        return ledger.append(reader, caller.idempotencyKey(), version, textHash, choice, LIFE)
                .flatMap(entry -> {
                    if (entry.replayed()) {
                        return ledger.current(reader).defaultIfEmpty(entry)
                                .map(standing -> new Decided(reader, entry, standing));
                    }
                    tally.add(entry.choice());
                    return Mono.just(new Decided(reader, entry, entry));
                });
    }

    private static String current(Notice notice, @Nullable String version) {
        if (version == null || version.isBlank()) {
            throw Refused.field("/notice", "Send the version of the notice that was shown.");
        }
        if (!version.equals(notice.version())) {
            throw Refused.outdated(notice.version());
        }
        return version;
    }

    /** What was not asked for cannot be agreed to. */
    private static Set<Purpose> agreed(Notice notice, Caller caller, DecisionRequest request) {
        Set<Purpose> asked = notice.asked();
        return switch (request.choice()) {
            case "accept" -> caller.globalPrivacyControl() ? Purpose.without(asked, Purpose.OBJECTED) : asked;
            case "custom" -> request.named().stream().map(name -> purpose(asked, name)).collect(Collectors.toSet());
            case "refuse" -> Set.of();
            case null, default ->
                throw Refused.field("/choice", "A choice is 'accept', 'refuse' or 'custom' with its purposes.");
        };
    }

    private static Purpose purpose(Set<Purpose> asked, @Nullable String name) {
        return Purpose.named(name).filter(asked::contains).orElseThrow(() -> Refused.field("/purposes",
                "A purpose is one of " + asked.stream().map(Purpose::name).sorted().collect(Collectors.joining(", "))
                        + "."));
    }

    private static String language(Notice notice, @Nullable String language) {
        if (language == null) {
            return "fr";
        }
        if (!notice.languages().contains(language)) {
            throw Refused.field("/language", "The notice is not in this language.");
        }
        return language;
    }

    private static Mode mode(@Nullable String mode) {
        return mode == null
                ? Mode.OPT_IN
                : Mode.named(mode).orElseThrow(
                        () -> Refused.field("/mode", "A mode is opt_in, opt_out or implied."));
    }

    /** What was shown before an editorial change still counts, as long as the version is the same. */
    private Mono<String> textShown(Notice notice, @Nullable String hash, String language, Mode mode) {
        String current = notices.textHash(language, mode);
        if (hash == null || hash.isBlank() || hash.equals(current)) {
            return Mono.just(current);
        }
        return notices.asked(hash).filter(text -> text.version().equals(notice.version()))
                .map(text -> text.textHash()).switchIfEmpty(Mono.error(() -> Refused.outdated(notice.version())));
    }
}
