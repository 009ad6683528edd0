package news.kiosque.standalone.process;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import news.kiosque.standalone.mongo.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionsTest {
    @TempDir
    Path folder;

    @Test
    void isAnsweredByAServerThatWorks() {
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var mongo = EmbeddedMongo.open(folder.resolve("mongo.store"), anywhere)) {
            assertThat(Questions.mongo("127.0.0.1", mongo.address().getPort()).ask()).isTrue();
        }
    }

    @Test
    void isNotAnsweredByWhatOnlyTakesConnectionsOrIsAway() throws Exception {
        int port;
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            assertThat(Questions.answered("127.0.0.1", port, ByteBuffer.allocate(1), 200).ask()).isFalse();
        }
        assertThat(Questions.kafka("127.0.0.1", port).ask()).isFalse();
    }
}
