package news.kiosque.articles.page;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import news.kiosque.articles.media.Media;
import news.kiosque.articles.media.Medium;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The sizes of pictures; a picture never changes, so what was read once is kept in memory. */
@Component
public class Pictures {
    private static final int KEPT = 20_000;

    private final Media media;
    private final Map<String, Medium> known = new ConcurrentHashMap<>();

    Pictures(Media media) {
        this.media = media;
    }

    /** Those of the ids that there are pictures for. */
    public Mono<Map<String, Medium>> find(Collection<String> ids) {
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        if (unknown.isEmpty()) {
            return Mono.just(collected(ids));
        }
        return media.find(unknown).doOnNext(this::keep).then(Mono.fromSupplier(() -> collected(ids)));
    }

    private void keep(Medium medium) {
        if (known.size() >= KEPT) {
            known.clear();
        }
        known.put(medium.id(), medium);
    }

    private Map<String, Medium> collected(Collection<String> ids) {
        return ids.stream().distinct().map(known::get).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(Medium::id, Function.identity()));
    }
}
