package news.kiosque.consent.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** All bytes of all files below some folders, to be searched. */
final class FilesOnDisk {
    private final List<String> contents;

    FilesOnDisk(Path... folders) {
        contents = Stream.of(folders).flatMap(FilesOnDisk::files).map(FilesOnDisk::read).toList();
    }

    boolean contain(byte[] bytes) {
        String wanted = new String(bytes, ISO_8859_1);
        return contents.stream().anyMatch(content -> content.contains(wanted));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException goneMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
