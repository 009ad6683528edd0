package news.kiosque.articles.importer;

import java.util.List;

import news.kiosque.articles.article.BlockReader;
import news.kiosque.articles.article.Holdings;
import news.kiosque.articles.article.Holdings.Holding;
import news.kiosque.articles.request.Malformed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The archive out: all live articles in the shape in which archives come in, page by page in the order of their ids. */
@RestController
class ExportApi {
    private static final int PAGE = 200;

    private final Holdings holdings;
    private final LineWriter writer;

    ExportApi(Holdings holdings, LineWriter writer) {
        this.holdings = holdings;
        this.writer = writer;
    }

    /** The header {@code Link} names the next page, where there is one. */
    @GetMapping(path = "/api/v1/articles:export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<byte[]>> page(@RequestParam(defaultValue = "") String after) {
        if (!after.isEmpty() && !BlockReader.isId(after)) {
            throw new Malformed("after must be the id of an article, as the Link of the page before has it.");
        }
        return holdings.after(after, PAGE).collectList().map(this::answer);
    }

    private ResponseEntity<byte[]> answer(List<Holding> page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON);
        if (page.size() == PAGE) {
            answer.header(HttpHeaders.LINK,
                    "</api/v1/articles:export?after=" + page.getLast().article().id() + ">; rel=\"next\"");
        }
        return answer.body(Lines.of(page.stream().map(writer::line).toList()));
    }
}
