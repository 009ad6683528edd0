package news.kiosque.standalone.jvm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was prepared of each build, a folder each: held while a suite runs from it, removed when newer ones are there. */
public final class PreparedFolders {
    private static final int KEPT = 2;
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final List<FileChannel> HELD = new ArrayList<>();

    private PreparedFolders() {}

    /** Until this process ends, nobody removes the folder. */
    public static synchronized void hold(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        channel.lock(0, Long.MAX_VALUE, true);
        HELD.add(channel);
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    }

    /** Keeps the two last used of each program and all that are held. */
    public static synchronized void removeOld(Path prepared) throws IOException {
        var byProgram = list(prepared).stream().collect(Collectors.groupingBy(PreparedFolders::program));
        for (var folders : byProgram.values()) {
            folders.sort(Comparator.comparing(PreparedFolders::modified).reversed());
            for (var old : folders.stream().skip(KEPT).filter(PreparedFolders::isOver).toList()) {
                Folders.delete(old);
            }
        }
    }

    private static List<Path> list(Path prepared) throws IOException {
        try (var folders = Files.list(prepared)) {
            return folders.filter(Files::isDirectory).toList();
        }
    }

    /** {@code article-service} of {@code article-service-1a2b3c4d-240}. */
    private static String program(Path folder) {
        return folder.getFileName().toString().replaceFirst("-[^-]+(-\\d+)?$", "");
    }

    private static Instant modified(Path folder) {
        return Instant.ofEpochMilli(folder.toFile().lastModified());
    }

    /** What was never finished has no mark of use, and nobody to ask. */
    private static boolean isOver(Path folder) {
        var mark = folder.resolve("in-use");
        if (!Files.exists(mark)) {
            return modified(folder).isBefore(Instant.now().minus(ABANDONED));
        }
        try (var channel = FileChannel.open(mark, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }
}
