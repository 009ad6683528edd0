package news.kiosque.articles.importer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.FileArchive;
import news.kiosque.articles.media.Media;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.section.Section;
import news.kiosque.platform.problem.StoreProblems;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Takes an archive in, line by line, as fast as the store takes it; a line that cannot be taken stops no other. */
@Component
class ImportLines {
    private static final int PIECES_AHEAD = 2;
    /** A batch can be taken again: what of it is there already stays as it is. */
    private static final Retry WHEN_THE_STORE_IS_BACK = Retry.backoff(6, Duration.ofMillis(500))
            .filter(StoreProblems::isAway).onRetryExhaustedThrow((_, signal) -> signal.failure());

    private final LineReader reader;
    private final SectionsOfArchive sections;
    private final Media media;
    private final FileArchive archive;

    ImportLines(LineReader reader, SectionsOfArchive sections, Media media, FileArchive archive) {
        this.reader = reader;
        this.sections = sections;
        this.media = media;
        this.archive = archive;
    }

    /**
     * Answers each line that is not blank, in their order, a batch at a time.
     *
     * @param source the archive's name, for the lines that name none
     * @param by who does it
     */
    Flux<List<Answer>> take(Flux<DataBuffer> archived, String source, String by) {
        return Flux.defer(() -> {
            LineSplitter splitter = new LineSplitter();
            return archived.map(ImportLines::bytes).publishOn(Schedulers.boundedElastic(), PIECES_AHEAD)
                    .concatMapIterable(splitter::next, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(splitter.last())))
                    .filter(line -> line.bytes() == null || !new String(line.bytes(), 0,
                            Math.min(line.bytes().length, 100)).isBlank())
                    .map(line -> reader.identify(line, source)).bufferUntil(new Batches(), true)
                    .concatMap(batch -> take(batch, by).retryWhen(WHEN_THE_STORE_IS_BACK), 1);
        });
    }

    /** Netty's memory is given back here, where nothing can come between. */
    private static byte[] bytes(DataBuffer piece) {
        byte[] bytes = new byte[piece.readableByteCount()];
        piece.read(bytes);
        DataBufferUtils.release(piece);
        return bytes;
    }

    /** Costs little where a line says what it said before: nothing is made of it. */
    private Mono<List<Answer>> take(List<Line> batch, String by) {
        return archive.digests(only(Line.Identified.class, batch).map(Line.Identified::article).toList())
                .publishOn(Schedulers.boundedElastic())
                .flatMap(known -> file(batch.stream().map(line -> isNews(line, known)
                        ? reader.read((Line.Identified) line)
                        : line).toList(), known.keySet(), by));
    }

    private static boolean isNews(Line line, Map<String, String> known) {
        return line instanceof Line.Identified one && !one.digest().equals(known.get(one.article()));
    }

    private Mono<List<Answer>> file(List<Line> batch, Set<String> known, String by) {
        List<Line.Readable> readable = only(Line.Readable.class, batch).toList();
        return Mono.zip(sections.ensure(readable), pictures(readable)).flatMap(found -> {
            Map<Line, String> refused = refused(readable, found.getT1(), found.getT2());
            return archive
                    .file(readable.stream().filter(line -> !refused.containsKey(line)).map(Line.Readable::article)
                            .toList(), known, by)
                    .map(filed -> batch.stream().map(line -> switch (line) {
                        case Line.Unreadable unreadable -> Answer.of(unreadable);
                        case Line.Identified same -> Answer.unchanged(same);
                        case Line.Readable one when refused.containsKey(one) ->
                            Answer.rejected(one, refused.get(one));
                        case Line.Readable one -> Answer.of(one, filed.get(one.article().id()));
                    }).toList());
        });
    }

    private static <L extends Line> Stream<L> only(Class<L> kind, List<Line> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Map<Line, String> refused(List<Line.Readable> lines, Map<Section, String> sections,
            Set<String> pictures) {
        Map<Line, String> refused = new HashMap<>();
        lines.forEach(line -> {
            String section = SectionsOfArchive.reason(sections, line.article().edition(),
                    line.article().content().section());
            if (section != null) {
                refused.put(line, section);
            } else if (!pictures.containsAll(pictures(line))) {
                refused.put(line, "blocks names a picture that is not at /api/v1/media");
            }
        });
        return refused;
    }

    private Mono<Set<String>> pictures(List<Line.Readable> lines) {
        return media.find(lines.stream().flatMap(line -> pictures(line).stream()).distinct().toList())
                .map(Medium::id).collect(Collectors.toSet());
    }

    private static List<String> pictures(Line.Readable line) {
        return line.article().content().body().stream().filter(Block.Image.class::isInstance)
                .map(block -> ((Block.Image) block).media()).toList();
    }
}
