package news.kiosque.recommendation.alias;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import news.kiosque.events.AliasesAgreed;
import news.kiosque.events.AliasesAgreed.Spellings;
import news.kiosque.events.Order;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import news.kiosque.recommendation.setting.Settings;
import news.kiosque.recommendation.setting.SettingsTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Lets the newsroom see which names are spelt in several ways, and editors change it. */
@RestController
@RequestMapping("/api/v1/related/aliases")
final class AliasApi {
    private static final int MOST_SUGGESTED = 100;

    private final Settings settings;
    private final SettingsTopic decisions;
    private final SuggestAliases suggestions;
    private final InstantSource clock;

    AliasApi(Settings settings, SettingsTopic decisions, SuggestAliases suggestions, InstantSource clock) {
        this.settings = settings;
        this.decisions = decisions;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** @param by who changed it last; null while nobody has */
    record Answer(List<Spellings> groups, @Nullable String by, @Nullable Instant at) {

        static ResponseEntity<Answer> of(@Nullable AliasesAgreed agreed) {
            return ResponseEntity.ok().eTag(tag(agreed)).body(agreed == null
                    ? new Answer(List.of(), null, null)
                    : new Answer(agreed.groups(), agreed.by(), agreed.at()));
        }
    }

    @GetMapping
    ResponseEntity<Answer> all() {
        return Answer.of(settings.aliases().orElse(null));
    }

    /** Takes the whole list, as it was read and changed. */
    @PutMapping
    Mono<ResponseEntity<Answer>> change(@RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        if (known == null) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED,
                    "Say with If-Match which list you have changed: its ETag.");
        }
        List<Spellings> groups = AliasReader.read(body);
        return Mono.fromCallable(() -> Answer.of(decisions.change(AliasesAgreed.class,
                (before, order) -> agreed(before, known, order, groups, caller.getName()))))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Pairs of names that may be one, the likeliest first. */
    @GetMapping("/suggestions")
    Mono<List<SuggestAliases.Pair>> suggestions(@RequestParam(defaultValue = "fr") String lang,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST_SUGGESTED || !lang.matches("[a-zA-Z]{2,3}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
                    "lang must be a language such as fr, limit a number from 1 to " + MOST_SUGGESTED + ".");
        }
        return Mono.fromCallable(() -> suggestions.pairs(lang, limit)).subscribeOn(Schedulers.boundedElastic());
    }

    private AliasesAgreed agreed(@Nullable AliasesAgreed before, String known, Order order, List<Spellings> groups,
            String by) {
        if (!known.equals("*") && !Objects.equals(known.replaceFirst("^W/", ""), tag(before))) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED,
                    "Somebody else has changed the list meanwhile: read it again.");
        }
        return new AliasesAgreed(order, groups, by, clock.instant());
    }

    private static String tag(@Nullable AliasesAgreed agreed) {
        Order order = agreed == null ? Order.NONE : agreed.order();
        return "\"" + order.epoch() + "-" + order.number() + "\"";
    }
}
