package news.kiosque.gateway.edge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeHandlerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Behind behind = new Behind();
    private final EmbeddedChannel connection = new EmbeddedChannel(new HttpServerCodec(),
            new EdgeHandler(new EdgeProperties(SECOND, SECOND, Map.of(), SECOND, SECOND, DataSize.ofBytes(100),
                    Map.of("/api/v1/media", DataSize.ofBytes(1000)), 20, false, URI.create("https://example.org"))),
            behind);

    /** Whoever serves. */
    private static final class Behind extends ChannelInboundHandlerAdapter {
        private final List<HttpRequest> heads = new ArrayList<>();
        private int whole;
        private Throwable told;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpRequest request) {
                heads.add(request);
            }
            if (message instanceof LastHttpContent) {
                whole++;
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            told = cause;
        }
    }

    @AfterEach
    void ends() {
        connection.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\nContent-Length: 5",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity",
            "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: x\r\nContent-Length: 5", "Content-Length: 5\r\nContent-Length: 5",
            "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5, 5", "Content-Length: +5",
            "Content-Length: -1",
            "Content-Length: 0x5", "Transfer-Encoding : chunked", "Transfer-Encoding: \u000bchunked",
            "Transfer Encoding: chunked"})
    void turnsAwayWhatHasMoreThanOneLength(String framing) {
        String answer = ask("POST /x HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
        assertThat(behind.heads).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CONNECT /x HTTP/1.1,405", "TRACE /x HTTP/1.1,405", "TRACK /x HTTP/1.1,405", "get /x HTTP/1.1,405",
            "CONNECT a:443 HTTP/1.1,405", "GET /x/../y HTTP/1.1,400", "GET /actuator/env HTTP/1.1,404",
            "GET http://b/ HTTP/1.1,400", "OPTIONS * HTTP/1.1,400", "GET /x HTTP/2.0,400"})
    void turnsAwayFirstLines(String line, int status) {
        assertThat(ask(line + "\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ");
        assertThat(behind.heads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a\r\nHost: b\r\n", "Host: \r\n", "Host: a b\r\n", "Host: a/b\r\n",
            "Host: a@b\r\n"})
    void turnsAwayWhoDoesNotNameOneHost(String host) {
        assertThat(ask("GET /x HTTP/1.1\r\n" + host + "\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({"POST /x,101,413", "POST /x,100,0", "PUT /api/v1/media/1,101,0", "PUT /api/v1/media/1,1001,413",
            "GET /x,5,400"})
    void limitsBodiesByTheirLength(String line, int length, int status) {
        String answer = ask(line + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");

        assertThat(answer).startsWith(status == 0 ? "" : "HTTP/1.1 " + status + " ");
        assertThat(behind.heads).hasSize(status == 0 ? 1 : 0);
    }

    @Test
    void countsChunkedBodiesAsTheyCome() {
        String answer = ask("POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(answer).isEmpty();

        answer = ask("64\r\n" + "x".repeat(100) + "\r\n1\r\nx\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json", "\"status\":413");
        assertThat(behind.told).isInstanceOf(TurnedAway.class);
        assertThat(behind.whole).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nabc\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "3\r\nabcX\n", "-3\r\nabc\r\n",
            "ffffffffff\r\nabc"})
    void neverPassesABrokenBodyAsWhole(String chunks) {
        String answer = ask("POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(behind.told).isInstanceOf(TurnedAway.class);
        assertThat(behind.whole).isZero();
    }

    @Test
    void answersARefusedRequestAfterThoseBeforeIt() {
        String early = ask("GET /first HTTP/1.1\r\nHost: a\r\n\r\nGET /x/../y HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(early).isEmpty();

        answer("first");

        String both = outbound();
        assertThat(both.indexOf("200 OK")).isNotNegative().isLessThan(both.indexOf("400 Bad Request"));
        assertThat(behind.heads).hasSize(1);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void takesOutWhatAClientMayNotSay() {
        ask("""
                GET /x HTTP/1.1
                Host: a
                Connection: close, X-Kept, Authorization, Host
                X-Kept: 1
                Authorization: Bearer x
                X-Forwarded-For: 1.2.3.4
                x-forwarded-host: b
                Forwarded: for=1
                X-Consent: audience
                X-Kiosque-Anything: 1
                Surrogate-Capability: 1
                Surrogate-Key: 1
                X-Request-Id: mine
                X-HTTP-Method-Override: DELETE
                Upgrade: websocket
                TE: trailers
                Range: bytes=0-1
                Accept: text/html

                """.replace("\n", "\r\n"));

        HttpRequest head = behind.heads.getFirst();
        assertThat(head.headers().names().stream().map(String::toLowerCase)).containsExactlyInAnyOrder("host",
                "connection", "x-request-id", "accept");
        assertThat(head.headers().get("Connection")).isEqualTo("close");
        assertThat(head.headers().get("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void keepsRangesOfFiles() {
        ask("GET /media/a.mp4 HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n");

        assertThat(behind.heads.getFirst().headers().get("Range")).isEqualTo("bytes=0-1");
    }

    @Test
    void turnsAwayTooManyHeaders() {
        assertThat(ask("GET /x HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(20) + "\r\n")).startsWith("HTTP/1.1 431 ");
        assertThat(behind.heads).isEmpty();
    }

    @Test
    void turnsAwayALongHead() {
        assertThat(ask("GET /x HTTP/1.1\r\nHost: a\r\nA: " + "b".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void turnsAwayALongAddress() {
        assertThat(ask("GET /" + "b".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void addsWhatKeepsReadersSafe() {
        ask("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");

        answer("x");

        assertThat(behind.told).isNull();
        assertThat(outbound().toLowerCase()).contains("x-content-type-options: nosniff", "referrer-policy: ",
                "x-frame-options: ", "strict-transport-security: ", "x-request-id: ");
    }

    @Test
    void refusesPeopleWithAPageAndProgramsWithAProblem() {
        assertThat(ask("GET /en/x;y HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n")).contains("<html lang=\"en\">");
    }

    @Test
    void servesManyRequestsOnOneConnection() {
        for (int i = 0; i < 3; i++) {
            ask("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok");
            answer("x");
            assertThat(outbound()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(behind.whole).isEqualTo(3);
        assertThat(connection.isOpen()).isTrue();
    }

    private void answer(String text) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
                Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        response.headers().setInt("Content-Length", text.length());
        connection.writeOutbound(response);
    }

    private String ask(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
        return outbound();
    }

    private String outbound() {
        StringBuilder text = new StringBuilder();
        ByteBuf piece;
        while ((piece = connection.readOutbound()) != null) {
            text.append(piece.toString(StandardCharsets.UTF_8));
            piece.release();
        }
        return text.toString();
    }
}
