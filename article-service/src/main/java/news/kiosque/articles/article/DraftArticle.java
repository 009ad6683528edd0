package news.kiosque.articles.article;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import news.kiosque.articles.media.Media;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.request.Invalid;
import news.kiosque.articles.request.Invalid.Fault;
import news.kiosque.articles.section.Sections;
import news.kiosque.platform.restore.Epoch;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Begins articles and changes their working copies. */
@Component
class DraftArticle {
    private final ContentReader reader;
    private final Sections sections;
    private final Media media;
    private final Manuscripts manuscripts;
    private final PublicState publicState;
    private final Epoch epoch;
    private final InstantSource clock;

    DraftArticle(ContentReader reader, Sections sections, Media media, Manuscripts manuscripts,
            PublicState publicState, Epoch epoch, InstantSource clock) {
        this.reader = reader;
        this.sections = sections;
        this.media = media;
        this.manuscripts = manuscripts;
        this.publicState = publicState;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** @param request digest of the body, by which the same request is known again */
    Mono<Article> begin(String id, ObjectNode body, String request) {
        return manuscripts.existing(id, request)
                .switchIfEmpty(Mono.zip(Mono.defer(() -> withSections(() -> reader.posted(body))), epoch.number())
                        .flatMap(both -> {
                            var posted = both.getT1();
                            Article article = Article.drafted(id, posted.edition(), posted.content(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS)).begunIn(both.getT2());
                            return check(article).then(manuscripts.add(article, request));
                        }));
    }

    /** Puts what was sent in place of the working copy. */
    Mono<Article> save(Article before, ObjectNode body) {
        return withSections(() -> reader.replacement(body, before.edition())).flatMap(content -> {
            Article after = before.saved(content, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return check(after).then(manuscripts.replace(before, after, List.of()));
        });
    }

    /** What is in memory of the sections may be some seconds old, so nothing is refused by it alone. */
    private <T> Mono<T> withSections(Supplier<T> reading) {
        return Mono.fromSupplier(reading).onErrorResume(Invalid.class,
                _ -> sections.refresh().then(Mono.fromSupplier(reading)));
    }

    private Mono<Void> check(Article article) {
        List<Block> body = article.draft().body();
        List<String> pictures = body.stream().filter(Block.Image.class::isInstance).map(Block.Image.class::cast)
                .map(Block.Image::media).distinct().toList();
        return Mono.fromRunnable(() -> publicState.checkSize(article))
                .then(Mono.zip(media.find(pictures).map(Medium::id).collect(Collectors.toSet()),
                        manuscripts.unknown(named(article.draft()))))
                .doOnNext(found -> {
                    List<Fault> faults = faults(article.draft(), found.getT1(), found.getT2());
                    if (!faults.isEmpty()) {
                        throw new Invalid(faults);
                    }
                }).then();
    }

    private static List<String> named(Content content) {
        List<String> named = new ArrayList<>(content.readAlso());
        if (content.related() != null) {
            named.addAll(content.related().named());
        }
        return named;
    }

    private static List<Fault> faults(Content content, Set<String> pictures, List<String> unknownArticles) {
        List<Block> body = content.body();
        List<Fault> faults = new ArrayList<>();
        if (content.related() != null && content.related().named().stream().anyMatch(unknownArticles::contains)) {
            faults.add(new Fault("/related", "names an article that there is not"));
        }
        for (int i = 0; i < body.size(); i++) {
            String at = "/body/" + i;
            switch (body.get(i)) {
                case Block.Image image when !pictures.contains(image.media()) ->
                    faults.add(new Fault(at + "/media", "is not a picture of /api/v1/media"));
                case Block.ReadAlso readAlso when readAlso.articles().stream().anyMatch(unknownArticles::contains) ->
                    faults.add(new Fault(at + "/articles", "names an article that there is not"));
                default -> {
                }
            }
        }
        return faults;
    }
}
