package news.kiosque.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** The broker as a process of its own: arguments are the data folder, the port and the controller's port. */
public final class BrokerProcess {

    private BrokerProcess() {}

    /** Prints {@code ready <port>} when it takes requests, and runs until it is told to end (SIGTERM). */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("usage: BrokerProcess DATA-FOLDER PORT CONTROLLER-PORT");
            System.exit(2);
        }
        var folder = Files.createDirectories(Path.of(arguments[0]));
        int port = Integer.parseInt(arguments[1]);
        var settings = BrokerSettings.of(folder, port, Integer.parseInt(arguments[2]));
        formatOnce(folder);
        var broker = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "close-broker"));
        broker.startup();
        System.out.println("ready " + port);
        broker.awaitShutdown();
    }

    private static void formatOnce(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        discardHalfFormatted(folder);
        new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES).setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE).setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString()).addDirectory(folder.toString()).run();
    }

    /** The bootstrap file is written before meta.properties; without the latter the format never ended. */
    private static void discardHalfFormatted(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("bootstrap.checkpoint"));
    }
}
