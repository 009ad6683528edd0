package news.kiosque.standalone.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DemoPicturesTest {

    static Set<String> names() {
        return DemoPictures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isALightJpegOfTheRightSizeWithMoreThanAFewColours(String name) throws IOException {
        var jpeg = DemoPictures.jpeg(name);

        var picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(jpeg).startsWith(0xff, 0xd8).hasSizeLessThan(200_000);
        assertThat(picture.getWidth()).isEqualTo(1600);
        assertThat(picture.getHeight()).isEqualTo(900);
        var colours = new HashSet<Integer>();
        for (var i = 0; i < 900; i++) {
            colours.add(picture.getRGB(i * 16 / 9, i));
        }
        assertThat(colours).hasSizeGreaterThan(40);
    }

    @Test
    void isPaintedTheSameEveryTime() {
        assertThat(DemoPictures.jpeg("marsh")).isEqualTo(DemoPictures.jpeg("marsh"));
    }

    @Test
    void saysWhichPicturesThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> DemoPictures.jpeg("mona-lisa"))
                .withMessageContainingAll("mona-lisa", "marsh");
    }
}
