package news.kiosque.standalone.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import news.kiosque.proof.PublishedRoot;
import news.kiosque.proof.VerifyingKey;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where the ledger's lines, roots and key come from: files, or else a suite. */
final class LedgerSource implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final @Nullable SuiteClient client;
    private final @Nullable Path ledger;
    private final @Nullable Path roots;
    private final @Nullable Path key;

    LedgerSource(SuiteOption suite, @Nullable Path ledger, @Nullable Path roots, @Nullable Path key)
            throws IOException {
        this.client = ledger == null ? suite.client(Role.administrator) : null;
        this.ledger = ledger;
        this.roots = roots;
        this.key = key;
    }

    /** The ledger's lines; they are kept in the file as they are read, if one is named. */
    BufferedReader lines(@Nullable Path save) throws IOException {
        InputStream lines = ledger == null ? asked() : Files.newInputStream(ledger);
        return new BufferedReader(new InputStreamReader(
                save == null ? lines : new CopiedStream(lines, Files.newOutputStream(save)), UTF_8));
    }

    /** In the order of their seals. */
    Stream<PublishedRoot> roots() throws IOException {
        if (roots != null) {
            return Files.lines(roots).filter(line -> !line.isBlank()).map(PublishedRoot::parse);
        }
        return Stream.iterate(askedRoots(0), page -> !page.isEmpty(), page -> askedRoots(page.getLast().number()))
                .flatMap(List::stream);
    }

    VerifyingKey key() throws IOException {
        if (key == null) {
            return new VerifyingKey(suite().get("/choix/v1/ledger/key"));
        }
        try {
            return new VerifyingKey(JSONObjectUtils.parse(Files.readString(key)));
        } catch (ParseException e) {
            throw new CannotDo(key + " is not a key as JSON (JWK)");
        }
    }

    private InputStream asked() {
        var request = suite().to("/api/v1/consent/ledger").setHeader("Accept", "text/plain").timeout(PATIENCE).GET()
                .build();
        var answer = suite().send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new SuiteRefused(SuiteClient.asked(request) + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private List<PublishedRoot> askedRoots(long after) {
        var request = suite().to("/choix/v1/ledger/roots?after=" + after).setHeader("Accept", "text/plain").GET()
                .build();
        return suite().expect(request, 200).body().lines().map(PublishedRoot::parse).toList();
    }

    private SuiteClient suite() {
        if (client == null) {
            throw new IllegalStateException("Files alone are asked");
        }
        return client;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
