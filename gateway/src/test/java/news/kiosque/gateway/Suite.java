package news.kiosque.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import news.kiosque.testkit.TestKeys;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway on a port of its own between stand-ins for the services. */
public final class Suite implements AutoCloseable {
    /** Nobody listens here. */
    public static final String NOWHERE = "127.0.0.1:1";

    public final Neighbour articles = new Neighbour();
    public final Neighbour consent = new Neighbour();
    public final Path data;
    private final ConfigurableApplicationContext gateway;

    /** @param settings beyond those of every test */
    public Suite(Map<String, String> settings) {
        try {
            data = Files.createTempDirectory("gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + NOWHERE, "--kiosque.keys=" + TestKeys.folder(),
                "--kiosque.notice.file=" + data.resolve("notices.json"),
                "--kiosque.services.article=" + articles.address(), "--kiosque.services.consent=" + consent.address(),
                "--kiosque.services.recommendation=http://" + NOWHERE));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        gateway = new SpringApplicationBuilder(Gateway.class).run(arguments.toArray(String[]::new));
    }

    public int port() {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        gateway.close();
        articles.close();
        consent.close();
    }
}
