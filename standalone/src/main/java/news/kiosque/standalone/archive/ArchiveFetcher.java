package news.kiosque.standalone.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;

/** Fetches all live articles of a suite as an archive, page by page. */
public final class ArchiveFetcher {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]*)>; rel=\"next\"");

    private final SuiteClient suite;

    public ArchiveFetcher(SuiteClient suite) {
        this.suite = suite;
    }

    /** @return how many articles were written */
    public long fetch(OutputStream out) throws IOException {
        long count = 0;
        var page = Optional.of("/api/v1/articles:export");
        while (page.isPresent()) {
            var answer = suite.send(suite.to(page.get()).setHeader("Accept", "application/x-ndjson").GET().build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SuiteRefused(SuiteClient.asked(answer.request()) + " answered " + answer.statusCode() + ": "
                        + answer.body());
            }
            out.write(answer.body().getBytes(StandardCharsets.UTF_8));
            count += answer.body().lines().count();
            page = next(answer);
        }
        return count;
    }

    private static Optional<String> next(HttpResponse<?> answer) {
        return answer.headers().firstValue("Link").map(NEXT::matcher).filter(link -> link.find())
                .map(link -> link.group(1));
    }
}
