package news.kiosque.standalone.process;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the status tells of one process.
 *
 * @param pid of the running process
 * @param since when that process was started
 * @param reason why it last ended without being asked to
 */
public record ProcessReport(String name, @Nullable Long pid, @Nullable Instant since, @Nullable Integer port,
        ProcessState state, int restarts, @Nullable String reason) {}
