package news.kiosque.standalone.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.standalone.broker.BrokerProcess;
import news.kiosque.standalone.jvm.ExtractedJar;
import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.jvm.PreparedFolders;
import news.kiosque.standalone.mongo.EmbeddedMongoProcess;
import news.kiosque.standalone.process.Liveness;
import news.kiosque.standalone.process.Program;
import news.kiosque.standalone.process.Questions;
import news.kiosque.standalone.process.Readiness;
import org.jspecify.annotations.Nullable;

/** Which processes make a suite: each one's command, port, environment and sign of readiness. */
final class Blueprint {
    static final String LOOPBACK = "127.0.0.1";
    /** The broker and the store need no peak speed: without the second compiler they start cheaper and stay smaller. */
    private static final List<String> FIRST_COMPILER = List.of("-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m");
    private static final List<String> BOTH_COMPILERS = List.of("-XX:ReservedCodeCacheSize=64m");
    private static final String LOG_LEVEL = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn";

    private final UpOptions options;
    private final DataFolder data;
    private final Installation installation;
    private final int brokerPort;
    private final int controllerPort;
    private final int mongoPort;
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Map<Service, JavaProgram> services = new EnumMap<>(Service.class);

    Blueprint(UpOptions options, DataFolder data, Installation installation) throws IOException, InterruptedException {
        this.options = options;
        this.data = data;
        this.installation = installation;
        var free = new Ports();
        brokerPort = free.free();
        controllerPort = free.free();
        mongoPort = free.free();
        for (var service : Service.values()) {
            ports.put(service, service == Service.GATEWAY ? options.port() : free.free());
            services.put(service, javaProgram(service));
        }
        PreparedFolders.hold(installation.launcher());
        PreparedFolders.removeOld(installation.prepared());
    }

    /** What the services need before they can start. */
    List<Program> stores(Cache cache) {
        var programs = new ArrayList<Program>();
        if (options.kafka() == null) {
            programs.add(ofJava(broker(), cache, data.broker(), brokerPort, Questions.kafka(LOOPBACK, brokerPort)));
        }
        if (options.mongodbUri() == null) {
            programs.add(store(options.mongod(), data, installation, cache, mongoPort));
        }
        return programs;
    }

    /** @param mongod a real MongoDB server in place of the embedded one */
    static Program store(@Nullable Path mongod, DataFolder data, Installation installation, Cache cache, int port) {
        return mongod == null
                ? ofJava(mongo(data, installation, port), cache, data.mongo(), port, Questions.mongo(LOOPBACK, port))
                : RealMongod.program(mongod, data.mongod(), port);
    }

    static String storeUri(@Nullable Path mongod, int port) {
        var server = "mongodb://" + LOOPBACK + ":" + port;
        return mongod == null ? server : server + "/?replicaSet=" + RealMongod.REPLICA_SET;
    }

    List<Program> services(Cache cache) {
        return services.entrySet().stream().map(entry -> service(entry.getKey(), entry.getValue(), cache)).toList();
    }

    /** All that can have an AOT cache. */
    List<JavaProgram> javaPrograms() {
        var programs = new ArrayList<>(List.of(broker(), mongo(data, installation, mongoPort)));
        programs.addAll(services.values());
        return programs;
    }

    URI address() {
        return URI.create("http://localhost:" + options.port());
    }

    private JavaProgram broker() {
        var more = new ArrayList<>(FIRST_COMPILER);
        more.add(LOG_LEVEL);
        return JavaProgram.small("broker", Service.heapOf("broker", 112), more,
                launcherClassPath(installation),
                List.of(BrokerProcess.class.getName(), data.broker().toString(), String.valueOf(brokerPort),
                        String.valueOf(controllerPort)),
                installation.launcher());
    }

    private static JavaProgram mongo(DataFolder data, Installation installation, int port) {
        var more = new ArrayList<>(FIRST_COMPILER);
        more.addAll(List.of(LOG_LEVEL, "-XX:+ExitOnOutOfMemoryError"));
        return JavaProgram.small("mongo", Service.heapOf("mongo", 384), more, launcherClassPath(installation), List
                .of(EmbeddedMongoProcess.class.getName(), data.mongo().toString(), String.valueOf(port)),
                installation.launcher());
    }

    private static List<Path> launcherClassPath(Installation installation) {
        return List.of(installation.childJar(), installation.launcherJar());
    }

    private JavaProgram javaProgram(Service service) throws IOException, InterruptedException {
        var extracted = ExtractedJar.of(installation.serviceJar(service.title()), service.title(),
                installation.prepared());
        PreparedFolders.hold(extracted.folder());
        return JavaProgram.small(service.title(), service.heap(), BOTH_COMPILERS,
                List.of(installation.childJar(), extracted.jar()), List.of(extracted.mainClass()), extracted.folder());
    }

    private static Program ofJava(JavaProgram program, Cache cache, Path folder, int port, Readiness.Asked alive) {
        return new Program(program.name(), program.command(cache), Map.of("MALLOC_ARENA_MAX", "2"), folder, port,
                Readiness.announced(), Liveness.of(alive), true);
    }

    private Program service(Service service, JavaProgram program, Cache cache) {
        int port = ports.get(service);
        var health = asked(service, port) + "/actuator/health/";
        return new Program(service.title(), program.command(cache), environment(service, port),
                data.service(service.title()), port, Readiness.answers(URI.create(health + "readiness")),
                Liveness.of(Readiness.answers(URI.create(health + "liveness"))), true);
    }

    private String asked(Service service, int port) {
        var anywhere = options.bind().equals("0.0.0.0") || options.bind().equals("::");
        return "http://" + (service != Service.GATEWAY || anywhere ? LOOPBACK : options.bind()) + ":" + port;
    }

    private Map<String, String> environment(Service service, int port) {
        var environment = new HashMap<String, String>();
        environment.put("KIOSQUE_PORT", String.valueOf(port));
        environment.put("KIOSQUE_BIND", service == Service.GATEWAY ? options.bind() : LOOPBACK);
        environment.put("KIOSQUE_KAFKA", options.kafka() == null ? LOOPBACK + ":" + brokerPort : options.kafka());
        environment.put("KIOSQUE_MONGODB_URI", mongodbUri());
        environment.put("KIOSQUE_KEYS", data.keys().folder().toString());
        environment.put("KIOSQUE_DATA", data.service(service.title()).toString());
        environment.put("KIOSQUE_ADDRESS", System.getenv().getOrDefault("KIOSQUE_ADDRESS", address().toString()));
        for (var other : List.of(Service.ARTICLE, Service.RECOMMENDATION, Service.CONSENT)) {
            environment.put("KIOSQUE_" + other.name() + "_SERVICE", "http://" + LOOPBACK + ":" + ports.get(other));
        }
        environment.put("SPRING_MAIN_BANNER_MODE", "off");
        environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "3s");
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private String mongodbUri() {
        return options.mongodbUri() == null ? storeUri(options.mongod(), mongoPort) : options.mongodbUri();
    }
}
