package news.kiosque.consent.choice;

import java.net.URI;
import java.time.InstantSource;

import news.kiosque.consent.notice.Notices;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Choices as JSON, for scripts. */
@RestController
class DecisionApi {
    private final Decisions decisions;
    private final ChoiceCookies cookies;
    private final ChoiceGate gate;
    private final Notices notices;
    private final InstantSource clock;

    DecisionApi(Decisions decisions, ChoiceCookies cookies, ChoiceGate gate, Notices notices, InstantSource clock) {
        this.decisions = decisions;
        this.cookies = cookies;
        this.gate = gate;
        this.notices = notices;
        this.clock = clock;
    }

    @PostMapping(path = "/choix/v1/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DecisionAnswer>> decide(@RequestBody Mono<DecisionRequest> body, ServerWebExchange exchange) {
        check(exchange.getRequest());
        Caller caller = Caller.of(exchange);
        return body.flatMap(request -> decisions.decide(caller, request)).map(decided -> answer(exchange, decided));
    }

    @PostMapping(path = "/choix/v1/withdrawals", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DecisionAnswer>> withdraw(ServerWebExchange exchange) {
        check(exchange.getRequest());
        return decisions.withdraw(Caller.of(exchange)).map(decided -> answer(exchange, decided))
                .switchIfEmpty(Mono.error(Refused::nothingOnRecord));
    }

    /** Destroys the key of all that is on record of this reader; nothing on record is as good as erased. */
    @DeleteMapping("/choix/v1/me")
    Mono<ResponseEntity<Void>> erase(ServerWebExchange exchange) {
        gate.check(exchange.getRequest());
        return decisions.erase(Caller.of(exchange)).then(Mono.fromSupplier(() -> {
            cookies.forget(exchange);
            return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
        }));
    }

    @GetMapping("/choix/v1/decisions/current")
    Mono<ResponseEntity<DecisionAnswer>> current(ServerWebExchange exchange) {
        return decisions.current(Caller.of(exchange))
                .filter(entry -> entry.record().expiresAt().isAfter(clock.instant())
                        && entry.record().noticeVersion().equals(notices.inForce().version()))
                .map(DecisionAnswer::of).defaultIfEmpty(DecisionAnswer.NONE)
                .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
    }

    /** What could not be answered is not stored first. */
    private void check(ServerHttpRequest request) {
        gate.check(request);
        try {
            request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            throw new NotAcceptableStatusException("The header Accept cannot be read: " + unreadable.getMessage());
        }
    }

    private ResponseEntity<DecisionAnswer> answer(ServerWebExchange exchange, Decided decided) {
        cookies.give(exchange, decided);
        return ResponseEntity.status(decided.entry().replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore()).location(URI.create(DecisionAnswer.receiptPath(decided.entry())))
                // What is stored by now cannot be answered by 406.
                .contentType(MediaType.APPLICATION_JSON).body(DecisionAnswer.of(decided.entry()));
    }
}
