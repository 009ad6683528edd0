package news.kiosque.standalone.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import news.kiosque.standalone.process.ProcessReport;
import news.kiosque.standalone.process.ProcessState;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher leaves in the data folder for the other commands, in the shape of {@code status --json}.
 *
 * @param state of the suite as a whole: ready when every process is
 * @param processes the launcher first
 */
public record SuiteState(String address, ProcessState state, List<ProcessReport> processes) {
    /** The launcher's name among the processes. */
    public static final String LAUNCHER = "launcher";

    public void write(Path file) throws IOException {
        var unfinished = Files.createTempFile(file.getParent(), "state", ".new");
        Files.writeString(unfinished, json() + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static SuiteState read(Path file) throws IOException {
        try {
            var json = JSONObjectUtils.parse(Files.readString(file));
            var processes = ((List<?>) json.get("processes")).stream().map(SuiteState::report).toList();
            return new SuiteState((String) json.get("address"), ProcessState.valueOf((String) json.get("state")),
                    processes);
        } catch (ParseException e) {
            throw new IOException(file + " is not a state file", e);
        }
    }

    /** The same suite when its launcher is gone. */
    public SuiteState stopped() {
        return new SuiteState(address, ProcessState.stopped,
                processes.stream().map(process -> new ProcessReport(process.name(), null, null, process.port(),
                        ProcessState.stopped, process.restarts(), process.reason())).toList());
    }

    public @Nullable Long launcher() {
        return processes.isEmpty() ? null : processes.getFirst().pid();
    }

    public String json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("address", address);
        json.put("state", state.name());
        json.put("processes", processes.stream().map(SuiteState::json).toList());
        return JSONObjectUtils.toJSONString(json);
    }

    private static Map<String, @Nullable Object> json(ProcessReport process) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", process.name());
        json.put("pid", process.pid());
        json.put("port", process.port());
        json.put("state", process.state().name());
        json.put("restarts", process.restarts());
        json.put("reason", process.reason());
        json.put("since", process.since() == null ? null : process.since().toString());
        return json;
    }

    private static ProcessReport report(Object object) {
        var json = (Map<?, ?>) object;
        var pid = (Number) json.get("pid");
        var port = (Number) json.get("port");
        var since = (String) json.get("since");
        return new ProcessReport((String) json.get("name"), pid == null ? null : pid.longValue(),
                since == null ? null : Instant.parse(since), port == null ? null : port.intValue(),
                ProcessState.valueOf((String) json.get("state")), ((Number) json.get("restarts")).intValue(),
                (String) json.get("reason"));
    }
}
