package news.kiosque.gateway.notice;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import news.kiosque.events.NoticePublished;
import news.kiosque.gateway.login.ServiceTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** Asks the consent-service for the notices as long as this gateway knows none, as when Kafka is away at its first start. */
final class NoticeInquiry implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeInquiry.class);
    private static final String CONSENT_SERVICE = "consent-service";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Notices notices;
    private final NoticeFile file;
    private final HttpClient http;
    private final URI address;
    private final ServiceTokens tokens;
    private final Duration every;
    private Disposable asking = Disposables.disposed();

    NoticeInquiry(Notices notices, NoticeFile file, HttpClient http, URI consentService, ServiceTokens tokens,
            Duration every) {
        this.notices = notices;
        this.file = file;
        this.http = http;
        this.address = consentService.resolve("/internal/notices");
        this.tokens = tokens;
        this.every = every;
    }

    @Override
    public void start() {
        asking = Flux.interval(every).onBackpressureDrop().filter(_ -> notices.isEmpty()).concatMap(_ -> ask(), 1)
                .subscribe();
    }

    private Mono<Void> ask() {
        return http.headers(headers -> headers.set("Authorization", "Bearer " + tokens.ownFor(CONSENT_SERVICE))).get()
                .uri(address)
                .responseSingle((answer, body) -> answer.status().code() == 200 ? body.asByteArray() : Mono.empty())
                .timeout(PATIENCE).publishOn(Schedulers.boundedElastic()).doOnNext(this::take).then()
                .onErrorResume(failure -> {
                    LOG.debug("The consent-service tells no notice: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private void take(byte[] json) {
        List<NoticePublished> told = NoticeJson.read(json);
        told.forEach(notices::put);
        file.write(notices.all());
        LOG.info("{} notices from the consent-service", told.size());
    }

    @Override
    public void stop() {
        asking.dispose();
    }

    @Override
    public boolean isRunning() {
        return !asking.isDisposed();
    }
}
