package news.kiosque.standalone.mongo;

import java.time.Instant;
import java.util.List;

import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** What the server says of itself: a writable server of its own, without sessions, so without retries by the driver. */
final class Handshake {

    private static final int WIRE_VERSION = 13;
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;
    private static final int LARGEST_MESSAGE = 48_000_000;
    private static final int LARGEST_BATCH = 1000;

    static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return WIRE_VERSION;
        }
    };

    private Handshake() {}

    static Document answer(Channel channel, Instant now) {
        return new Document("helloOk", true).append("ismaster", true).append("isWritablePrimary", true)
                .append("maxBsonObjectSize", LARGEST_DOCUMENT).append("maxMessageSizeBytes", LARGEST_MESSAGE)
                .append("maxWriteBatchSize", LARGEST_BATCH).append("localTime", now)
                .append("connectionId", channel.id().hashCode() & Integer.MAX_VALUE).append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION).append("readOnly", false).append("ok", 1.0);
    }
}
