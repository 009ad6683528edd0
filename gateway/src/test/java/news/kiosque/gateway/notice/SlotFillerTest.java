package news.kiosque.gateway.notice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotFillerTest {
    private static final String PAGE = "<!doctype html><body class=\"é\">" + SlotFiller.START + " " + SlotFiller.END
            + "<!-- other --><p>Bélarus <!--kiosque:notice--></p></body>";
    private static final String FRAGMENT = "<form id=\"consent\">Accepter – Refuser</form>";
    private static final String FILLED = "<!doctype html><body class=\"é\">" + FRAGMENT
            + "<!-- other --><p>Bélarus <!--kiosque:notice--></p></body>";

    @Test
    void fillsWhereverThePageIsCutInThree() {
        byte[] page = bytes(PAGE);
        for (int first = 0; first <= page.length; first++) {
            for (int second = first; second <= page.length; second++) {
                SlotFiller filler = new SlotFiller(bytes(FRAGMENT), 10_000);

                String filled = feed(filler, Arrays.copyOfRange(page, 0, first),
                        Arrays.copyOfRange(page, first, second), Arrays.copyOfRange(page, second, page.length));

                assertThat(filled).isEqualTo(FILLED);
                assertThat(filler.growth()).isEqualTo(bytes(FILLED).length - page.length);
            }
        }
    }

    @Test
    void fillsByteByByte() {
        byte[] page = bytes(PAGE);
        byte[][] pieces = new byte[page.length][];
        for (int i = 0; i < page.length; i++) {
            pieces[i] = new byte[]{page[i]};
        }
        assertThat(feed(new SlotFiller(bytes(FRAGMENT), 10_000), pieces)).isEqualTo(FILLED);
    }

    @Test
    void takesTheMarkersOutWhenThereIsNothingToShow() {
        assertThat(feed(new SlotFiller(new byte[0], 10_000), bytes("a" + SlotFiller.START + SlotFiller.END + "b")))
                .isEqualTo("ab");
    }

    @Test
    void leavesAPageWithoutASlotAsItIs() {
        SlotFiller filler = new SlotFiller(bytes(FRAGMENT), 10_000);

        assertThat(feed(filler, bytes("<body>a<!--kio"), bytes("sque--></body>")))
                .isEqualTo("<body>a<!--kiosque--></body>");
        assertThat(filler.growth()).isZero();
    }

    @Test
    void leavesASlotThatDoesNotEndAsItIs() {
        String page = "a" + SlotFiller.START + "b";

        assertThat(feed(new SlotFiller(bytes(FRAGMENT), 10_000), bytes(page))).isEqualTo(page);
    }

    @Test
    void doesNotHoldBackMoreThanItMay() {
        SlotFiller filler = new SlotFiller(bytes(FRAGMENT), 100);

        assertThat(filler.feed(new byte[100])).isEmpty();
        assertThat(filler.feed(new byte[1])).hasSize(101);
        assertThat(filler.isDone()).isTrue();
        assertThat(filler.feed(bytes(PAGE))).isEqualTo(bytes(PAGE));
    }

    private static String feed(SlotFiller filler, byte[]... pieces) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            sent.writeBytes(filler.feed(piece));
        }
        sent.writeBytes(filler.end());
        return sent.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
