package news.kiosque.articles.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import javax.imageio.ImageIO;

import news.kiosque.articles.RunningArticleService;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MediaIT extends RunningArticleService {

    @Test
    void keepsTheSamePictureOnce() throws IOException {
        byte[] picture = picture("png");

        JsonNode first = json(upload(MediaType.IMAGE_PNG, picture).expectStatus().isCreated());
        JsonNode second = json(upload(MediaType.IMAGE_PNG, picture).expectStatus().isOk());

        assertThat(second).isEqualTo(first);
        assertThat(first.get("type").stringValue()).isEqualTo("image/png");
        assertThat(first.get("width").intValue()).isEqualTo(30);
        assertThat(first.get("height").intValue()).isEqualTo(20);
    }

    @Test
    void servesAPictureForEver() throws IOException {
        byte[] picture = picture("jpg");
        String id = json(upload(MediaType.IMAGE_JPEG, picture)).get("id").stringValue();

        http.get().uri("/media/" + id).exchange().expectStatus().isOk().expectHeader()
                .contentType(MediaType.IMAGE_JPEG).expectHeader()
                .valueMatches("Cache-Control", ".*max-age=31536000.*immutable.*").expectBody(byte[].class)
                .isEqualTo(picture);
        http.get().uri("/media/" + id).header("If-None-Match", "\"" + id + "\"").exchange().expectStatus()
                .isNotModified();
        http.get().uri("/media/0123").exchange().expectStatus().isNotFound();
    }

    @Test
    void letsAnArticleShowIt() throws IOException {
        String id = json(upload(MediaType.IMAGE_PNG, picture("png"))).get("id").stringValue();

        JsonNode draft = drafted(Map.of("body",
                List.of(Map.of("type", "image", "media", id, "alt", "Un champ", "caption", "Un <b>champ</b>"))));

        assertThat(draft.get("body").get(0).get("caption").stringValue()).isEqualTo("Un <strong>champ</strong>");
    }

    @Test
    void goesByTheBytesAndNotByTheName() throws IOException {
        JsonNode medium = json(upload(MediaType.IMAGE_JPEG, picture("png")).expectStatus().isCreated());
        assertThat(medium.get("type").stringValue()).isEqualTo("image/png");

        upload(MediaType.IMAGE_PNG, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()).expectStatus()
                .isEqualTo(422);
        upload(MediaType.IMAGE_PNG, new byte[0]).expectStatus().isEqualTo(422);
        upload(MediaType.valueOf("image/svg+xml"), "<svg/>".getBytes()).expectStatus().isEqualTo(415);
    }

    @Test
    void takesAForm() throws IOException {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(picture("png")) {
            @Override
            public String getFilename() {
                return "champ.png";
            }
        });
        form.part("alt", "Un champ");

        JsonNode medium = json(http.post().uri("/api/v1/media").headers(as("reporter")).bodyValue(form.build())
                .exchange().expectStatus().isCreated());

        assertThat(medium.get("alt").stringValue()).isEqualTo("Un champ");
    }

    @Test
    void refusesWhatIsTooLarge() {
        Flux<DataBuffer> chunks = Flux.range(0, 120)
                .map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[100_000]));

        http.post().uri("/api/v1/media").headers(as("reporter")).contentType(MediaType.IMAGE_PNG)
                .body(chunks, DataBuffer.class).exchange().expectStatus().isEqualTo(413);
    }

    private ResponseSpec upload(MediaType type, byte[] bytes) {
        return http.post().uri("/api/v1/media").headers(as("reporter")).contentType(type).bodyValue(bytes).exchange();
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 30; x++) {
            image.setRGB(x, 3, ThreadLocalRandom.current().nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
