package news.kiosque.articles.importer;

import java.util.List;
import java.util.regex.Pattern;

import news.kiosque.articles.request.Malformed;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Archives in: a line of JSON an article, answered by a line each; as long as one likes. */
@RestController
class ImportApi {
    static final String DEFAULT_SOURCE = "archive";
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final ImportLines importing;

    ImportApi(ImportLines importing) {
        this.importing = importing;
    }

    static boolean isSource(String name) {
        return SOURCE.matcher(name).matches();
    }

    @PostMapping(path = "/api/v1/articles:import", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> take(@RequestParam(defaultValue = DEFAULT_SOURCE) String source, ServerWebExchange exchange,
            Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        if (!isSource(source)) {
            throw new Malformed("source must be of a to z, 0 to 9 and hyphens, of at most 40 characters.");
        }
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        return response.writeAndFlushWith(importing.take(exchange.getRequest().getBody(), source, caller.getName())
                .map(answers -> Mono.just(lines(answers, response))));
    }

    private static DataBuffer lines(List<Answer> answers, ServerHttpResponse response) {
        return response.bufferFactory().wrap(Lines.of(answers));
    }
}
