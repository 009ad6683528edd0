package news.kiosque.standalone.demo;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

import static news.kiosque.standalone.demo.Poster.HEIGHT;
import static news.kiosque.standalone.demo.Poster.WIDTH;
import static news.kiosque.standalone.demo.Poster.polygon;

/** The picture of a cycling race. */
final class Peloton {

    private Peloton() {}

    static void race(Poster poster) {
        poster.wash(0, 560, "f6c667", "fdf0d2").disc(1200, 260, 130, "f08a4b").hills(520, 80, 1300, "d9784f", "d9784f")
                .hills(580, 40, 1000, "8f4a4a", "6b3340").wash(680, HEIGHT, "4a3340", "241a2a");
        poster.fill(polygon(0, 742, WIDTH, 742, WIDTH, 752, 0, 752), "f6e6c650");
        var jerseys = new String[]{"f3d23f", "28527a", "f6f1e4", "c8452f", "2f7f6a", "e58bb0", "34315a"};
        for (var row = 0; row < 3; row++) {
            for (var i = 0; i < 7; i++) {
                rider(poster, 90 + i * 225 + (row * 97) % 170, 700 + row * 66, 0.72 + row * 0.2,
                        jerseys[(i * 3 + row * 2) % 7]);
            }
        }
    }

    private static void rider(Poster poster, double x, double y, double size, String jersey) {
        for (var wheel : new double[]{0, 150}) {
            poster.draw(Poster.circle(x + wheel * size, y, 50 * size), 6 * size, "1a1220");
            poster.disc(x + wheel * size, y, 7 * size, "1a1220");
        }
        line(poster, x, y, size, "1a1220", 7, 0, 0, 56, 0, 40, -74, 122, -78, 56, 0);
        line(poster, x, y, size, "1a1220", 7, 150, 0, 122, -78, 134, -100, 158, -92);
        line(poster, x, y, size, "c9825f", 17, 52, -96, 92, -52, 66, 6);
        line(poster, x, y, size, "8a5340", 15, 48, -96, 84, -34, 48, -8);
        line(poster, x, y, size, jersey, 34, 50, -106, 78, -134, 112, -142);
        line(poster, x, y, size, "c9825f", 12, 112, -138, 124, -110, 146, -96);
        poster.disc(x + 140 * size, y - 158 * size, 19 * size, "c9825f");
        poster.fill(new Arc2D.Double(x + 114 * size, y - 188 * size, 52 * size, 48 * size, 10, 180,
                Arc2D.CHORD), jersey);
    }

    private static void line(Poster poster, double x, double y, double size, String ink, double width, double... at) {
        var path = new Path2D.Double();
        path.moveTo(x + at[0] * size, y + at[1] * size);
        for (var i = 2; i < at.length; i += 2) {
            path.lineTo(x + at[i] * size, y + at[i + 1] * size);
        }
        poster.draw(path, width * size, ink);
    }
}
