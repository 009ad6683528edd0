package news.kiosque.standalone.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import news.kiosque.standalone.suite.DataFolder;

/** Makes a backup of a suite while it runs; its file appears when it is whole, and only its owner may read it. */
public record MakeBackup(DataFolder data, String store) {

    /** @param progress is told what is done */
    public Manifest into(Path file, Consumer<String> progress) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        var begun = Instant.now();
        try (var out = FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                FolderFill.ownerOnly(unfinished)); var client = Connection.to(store)) {
            var backup = new BackupWriter(Channels.newOutputStream(out));
            var manifest = Manifest.of(begun, epoch(client));
            backup.begin(Part.MANIFEST);
            backup.item(manifest.json());
            backup.end();
            var files = new FolderFiles(data);
            var wrappingKeys = files.wrappingKeys();
            files.write(backup);
            new StoreDump(client, backup, (part, count) -> progress.accept(line(part, count))).write(begun);
            files.writeWrappingKeys(wrappingKeys, backup);
            backup.finish();
            out.force(true);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static long epoch(MongoClient client) {
        long epoch = 0;
        for (var database : Stores.DATABASES) {
            var found = client.getDatabase(database).getCollection(Stores.EPOCH).find(Filters.eq(Stores.EPOCH)).first();
            epoch = found == null ? epoch : Math.max(epoch, found.get("number", Number.class).longValue());
        }
        return epoch;
    }

    static String line(Part part, long count) {
        return "%-36s%,12d%s".formatted(part.name().replace('/', '.'), count,
                part.kind() == Part.Kind.again ? " read again" : "");
    }
}
