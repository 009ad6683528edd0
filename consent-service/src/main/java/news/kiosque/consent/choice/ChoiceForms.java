package news.kiosque.consent.choice;

import java.net.URI;
import java.util.function.Function;

import news.kiosque.platform.problem.StoreProblems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Choices by form, for every browser: back to the page afterwards, or a page that says what went wrong. */
@RestController
class ChoiceForms {
    private static final Logger LOG = LoggerFactory.getLogger(ChoiceForms.class);

    private final Decisions decisions;
    private final ChoiceCookies cookies;
    private final ChoiceGate gate;
    private final SameSite sameSite;
    private final ChoicePages pages;

    ChoiceForms(Decisions decisions, ChoiceCookies cookies, ChoiceGate gate, SameSite sameSite, ChoicePages pages) {
        this.decisions = decisions;
        this.cookies = cookies;
        this.gate = gate;
        this.sameSite = sameSite;
        this.pages = pages;
    }

    @PostMapping(path = "/choix/v1/decisions", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> decide(ServerWebExchange exchange) {
        return answer(exchange, form -> decisions.decide(Caller.of(exchange), DecisionRequest.of(form))
                .doOnNext(decided -> cookies.give(exchange, decided)).then());
    }

    /** Where nothing is on record, what the browser still has is taken from it all the same. */
    @PostMapping(path = "/choix/v1/withdrawals", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> withdraw(ServerWebExchange exchange) {
        return answer(exchange,
                form -> decisions.withdraw(Caller.of(exchange))
                        .doOnNext(decided -> cookies.give(exchange, decided))
                        .switchIfEmpty(Mono.fromRunnable(() -> cookies.forget(exchange))).then());
    }

    @PostMapping(path = "/choix/v1/me/erasure", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> erase(ServerWebExchange exchange) {
        return answer(exchange, form -> decisions.erase(Caller.of(exchange))
                .then(Mono.fromRunnable(() -> cookies.forget(exchange))));
    }

    private Mono<ResponseEntity<String>> answer(ServerWebExchange exchange,
            Function<MultiValueMap<String, String>, Mono<Void>> use) {
        return form(exchange).flatMap(form -> Mono.defer(() -> {
            gate.check(exchange.getRequest());
            return use.apply(form);
        }).then(Mono.fromSupplier(() -> back(exchange, form.getFirst("return"))))
                .onErrorResume(failure -> Mono.just(sorry(exchange, failure, form.getFirst("language")))))
                .onErrorResume(Refused.class, unreadable -> Mono.just(sorry(exchange, unreadable, null)));
    }

    private static Mono<MultiValueMap<String, String>> form(ServerWebExchange exchange) {
        return exchange.getFormData().onErrorMap(IllegalArgumentException.class, broken -> Refused.unreadable());
    }

    private ResponseEntity<String> back(ServerWebExchange exchange, @Nullable String wanted) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(sameSite.wayBack(wanted, exchange.getRequest().getHeaders())))
                .cacheControl(CacheControl.noStore()).build();
    }

    private ResponseEntity<String> sorry(ServerWebExchange exchange, Throwable failure, @Nullable String language) {
        if (failure instanceof ErrorResponse refused) {
            exchange.getResponse().getHeaders().addAll(refused.getHeaders());
        }
        HttpStatusCode status = failure instanceof ErrorResponse refused
                ? refused.getStatusCode()
                : StoreProblems.isAway(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("A choice could not be stored", failure);
        }
        return pages.sorry(exchange, status, language);
    }
}
