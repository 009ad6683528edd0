package news.kiosque.standalone.demo;

import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

import static news.kiosque.standalone.demo.Poster.HEIGHT;
import static news.kiosque.standalone.demo.Poster.WIDTH;
import static news.kiosque.standalone.demo.Poster.polygon;

/** Pictures of where people gather to watch, to read and to argue. */
final class Stages {

    private Stages() {}

    static void curtain(Poster poster) {
        poster.wash(0, HEIGHT, "24060c", "3c0c13").glow(800, 700, 620, "ffd89aa0");
        poster.fill(new Ellipse2D.Double(380, 700, 840, 130), "f7dfae").fill(new Rectangle2D.Double(0, 770, WIDTH, 130),
                770, HEIGHT, "6b3a22", "2c150d");
        for (var side : new int[]{-1, 1}) {
            for (var fold = 0; fold < 11; fold++) {
                var edge = 800 + side * (820 - fold * 62.0);
                var drape = new Path2D.Double();
                drape.moveTo(edge, -10);
                drape.curveTo(edge - side * 30, 380, edge + side * (fold * 16), 620, edge + side * (fold * 14), 800);
                drape.lineTo(edge + side * (fold * 14) - side * 70 * (fold < 10 ? 1 : 0.6), 800);
                drape.curveTo(edge + side * (fold * 12) - side * 70, 600, edge - side * 90, 360, edge - side * 66, -10);
                drape.closePath();
                poster.fill(drape, 0, 800, fold % 2 == 0 ? "c22a2f" : "8f1820", fold % 2 == 0 ? "8a1a22" : "5a0d15");
            }
        }
        for (var swag = 0; swag < 6; swag++) {
            var x = swag * 270 - 10;
            poster.fill(new Ellipse2D.Double(x, -130, 290, 250), "a51f28").fill(
                    new Ellipse2D.Double(x + 26, -140, 238, 220), "c22a2f");
            poster.draw(new Arc2D.Double(x + 4, -128, 282, 246, 180, 180, Arc2D.OPEN), 7, "f0c04a");
        }
        poster.line(752, 560, 752, 790, 13, "24060c").line(752, 680, 850, 680, 15, "24060c")
                .line(846, 684, 852, 800, 12, "24060c").line(772, 684, 778, 772, 10, "3c0c13")
                .line(822, 684, 818, 772, 10, "3c0c13").line(752, 600, 790, 596, 9, "24060c")
                .line(790, 560, 790, 676, 9, "24060c").line(752, 560, 790, 556, 12, "24060c");
    }

    static void books(Poster poster) {
        poster.wash(0, HEIGHT, "f3e6cc", "e2c99d");
        var inks = new String[]{"c8452f", "28527a", "e8a33d", "4f7f6a", "7a2f45", "f6f1e4", "34315a", "9db7c4"};
        for (var shelf = 0; shelf < 3; shelf++) {
            var foot = 286 + shelf * 290;
            poster.box(0, foot - 262, WIDTH, 262, "5a3b2a").box(0, foot, WIDTH, 28, "8a5f3f").box(0, foot + 22, WIDTH,
                    6,
                    "4a2f20");
            for (var x = 18.0; x < WIDTH - 40;) {
                var width = poster.between(26, 62);
                var height = poster.between(160, 244);
                var ink = inks[poster.random.nextInt(inks.length)];
                var leaning = poster.random.nextInt(13) == 0;
                var spine = new RoundRectangle2D.Double(x, foot - height, width - 3, height, 6, 6);
                poster.fill(leaning ? Poster.turned(spine, 9, x, foot) : spine, ink);
                if (!leaning) {
                    poster.box(x + 6, foot - height + 24, width - 15, 5, "00000040")
                            .box(x + 6, foot - height + 36, width - 15, 3, "00000030")
                            .box(x + 6, foot - 40, width - 15, 14, "ffffff50")
                            .box(x, foot - height, 5, height, "ffffff28");
                }
                x += leaning ? width + 34 : width;
                if (poster.random.nextInt(16) == 0) {
                    x += poster.between(40, 110);
                }
            }
        }
    }

    static void cinema(Poster poster) {
        poster.wash(0, HEIGHT, "1a1220", "33202f");
        poster.fill(polygon(60, 190, 700, 130, 1500, 130, 1500, 600, 700, 600), "ffe9b418")
                .fill(polygon(60, 190, 700, 260, 700, 470), "ffe9b418");
        poster.box(700, 130, 800, 470, "f6ead0").fill(new Rectangle2D.Double(714, 144, 772, 442), 144, 586, "e9c996",
                "b98d68");
        poster.fill(polygon(714, 500, 930, 380, 1160, 470, 1486, 340, 1486, 586, 714, 586), "7c5a4d");
        poster.fill(polygon(1000, 586, 1090, 430, 1120, 430, 1330, 586), "4b3433").disc(1105, 410, 44, "2b1d22")
                .box(1070, 410, 70, 60, "2b1d22").disc(1105, 428, 14, "ffe9b4").disc(1000, 330, 40, "f6ead0aa")
                .disc(950, 290, 54, "f6ead088").disc(880, 250, 66, "f6ead066");
        for (var row = 0; row < 3; row++) {
            var y = 700 + row * 78;
            for (var seat = -1; seat < 15; seat++) {
                var x = seat * 122 + (row % 2) * 60;
                poster.fill(new RoundRectangle2D.Double(x, y, 104, 190, 44, 44),
                        row == 0 ? "6d2230" : row == 1 ? "4e1826" : "2f0f1b");
                if ((seat * 7 + row * 5) % 4 == 0) {
                    poster.disc(x + 52, y - 26, 34, "120c14").fill(
                            new RoundRectangle2D.Double(x + 6, y + 4, 92, 120, 60, 60), "120c14");
                }
            }
        }
        poster.glow(60, 190, 150, "fff1c8ff");
    }

    static void assembly(Poster poster) {
        poster.wash(0, HEIGHT, "5b1f2a", "8f3b38");
        var inks = new String[]{"c8452f", "e08a5a", "f0d3a0", "f6f1e4", "9db7c4", "4f7ea3", "28527a"};
        for (var row = 0; row < 9; row++) {
            var radius = 250 + row * 62;
            var seats = 17 + row * 4;
            for (var seat = 0; seat <= seats; seat++) {
                var angle = Math.PI * seat / seats;
                poster.disc(800 - Math.cos(angle) * radius, 830 - Math.sin(angle) * radius, 18 + row * 0.9,
                        inks[Math.min(6, seat * 7 / (seats + 1))]);
            }
        }
        poster.fill(new Arc2D.Double(620, 650, 360, 360, 0, 180, Arc2D.CHORD), "3a1219").box(700, 700, 200, 160,
                "e9c996").box(676, 690, 248, 22, "f6e6c6").box(760, 640, 80, 50, "3a1219").disc(800, 620, 30, "f6e6c6");
        for (var column = 0; column < 2; column++) {
            poster.box(column * 1520, 0, 80, HEIGHT, "3a1219").box(column * 1520 + 16, 0, 14, HEIGHT, "e9c99640")
                    .box(column * 1520 + 48, 0, 14, HEIGHT, "e9c99640");
        }
    }
}
