package news.kiosque.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file, held against the settings of the services that it starts. */
record ComposeFile(Map<String, Map<String, Object>> services, Map<String, Object> volumes) {
    /** What docker/start reads itself. */
    private static final List<String> OF_THE_IMAGE = List.of("KIOSQUE_DATA_POOL");
    private static final List<String> ALWAYS_SET = List.of("KIOSQUE_KAFKA", "KIOSQUE_KEYS", "KIOSQUE_MONGODB_URI",
            "KIOSQUE_ADDRESS", "KIOSQUE_ARTICLE_SERVICE", "KIOSQUE_RECOMMENDATION_SERVICE", "KIOSQUE_CONSENT_SERVICE");
    private static final Pattern SETTING = Pattern.compile("\\$\\{(KIOSQUE_[A-Z_]+)");

    @SuppressWarnings("unchecked")
    static ComposeFile read(String yaml) {
        Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ComposeFile((Map<String, Map<String, Object>>) all.get("services"),
                (Map<String, Object>) all.get("volumes"));
    }

    /** @param settings of each of our services: its application.yml */
    List<String> faults(Map<String, String> settings) {
        List<String> faults = new ArrayList<>();
        settings.forEach((service, yaml) -> {
            if (services.containsKey(service)) {
                faults.addAll(faultsOfEnvironment(service, namesIn(yaml)));
                faults.addAll(faultsOfDisk(service, namesIn(yaml)));
            } else {
                faults.add(service + " is missing");
            }
        });
        services.keySet().forEach(service -> faults.addAll(faultsOfLife(service)));
        faults.addAll(faultsOfVolumes());
        return faults;
    }

    private List<String> faultsOfEnvironment(String service, TreeSet<String> known) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> given = new TreeSet<>();
        environment(service).keySet().stream().filter(name -> name.startsWith("KIOSQUE_"))
                .filter(name -> !OF_THE_IMAGE.contains(name)).map(name -> name.replaceFirst("_FILE$", ""))
                .forEach(given::add);
        given.stream().filter(name -> !known.contains(name))
                .forEach(name -> faults.add(service + " knows no setting " + name));
        ALWAYS_SET.stream().filter(name -> known.contains(name) && !given.contains(name))
                .forEach(name -> faults.add(service + " is not told " + name));
        return faults;
    }

    private List<String> faultsOfDisk(String service, TreeSet<String> known) {
        List<String> faults = new ArrayList<>();
        if (known.contains("KIOSQUE_DATA")
                && (!mounts(service).containsKey("/data") || !environment(service).containsKey("KIOSQUE_DATA_POOL"))) {
            faults.add(service + " keeps data, but in no volume");
        }
        String keys = mounts(service).get("/run/kiosque");
        List<String> readers = services.keySet().stream().filter(other -> !other.equals("secrets"))
                .filter(other -> mounts(other).containsValue(String.valueOf(keys))).toList();
        if (keys == null || !readers.equals(List.of(service))) {
            faults.add(service + " has no share of the secrets of its own: " + readers);
        }
        return faults;
    }

    private List<String> faultsOfLife(String service) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> what = services.get(service);
        if (what.containsKey("container_name")) {
            faults.add(service + " has a fixed name, so there can only be one");
        }
        if (what.containsKey("ports") && !service.equals("front")) {
            faults.add(service + " publishes a port");
        }
        if ("no".equals(what.get("restart"))) {
            return faults;
        }
        Stream.of("restart", "healthcheck", "deploy", "stop_grace_period").filter(key -> !what.containsKey(key))
                .forEach(key -> faults.add(service + " has no " + key));
        return faults;
    }

    private List<String> faultsOfVolumes() {
        List<String> faults = new ArrayList<>();
        TreeSet<String> used = new TreeSet<>();
        services.keySet().forEach(service -> mounts(service).values().stream()
                .filter(source -> !source.startsWith(".")).forEach(used::add));
        used.stream().filter(name -> !volumes.containsKey(name)).forEach(name -> faults.add("no volume " + name));
        volumes.keySet().stream().filter(name -> !used.contains(name))
                .forEach(name -> faults.add("nobody uses the volume " + name));
        return faults;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.get(service).getOrDefault("environment", Map.of());
    }

    /** Where in the container, and what is there. */
    @SuppressWarnings("unchecked")
    private Map<String, String> mounts(String service) {
        Map<String, String> mounts = new TreeMap<>();
        ((List<String>) services.get(service).getOrDefault("volumes", List.of())).stream()
                .map(mount -> mount.split(":")).forEach(parts -> mounts.put(parts[1], parts[0]));
        return mounts;
    }

    private static TreeSet<String> namesIn(String yaml) {
        return new TreeSet<>(SETTING.matcher(yaml).results().map(found -> found.group(1)).toList());
    }
}
