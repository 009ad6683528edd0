package news.kiosque.standalone.demo;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import static news.kiosque.standalone.demo.Poster.HEIGHT;
import static news.kiosque.standalone.demo.Poster.polygon;
import static news.kiosque.standalone.demo.Poster.turned;

/** Pictures of the night sky and of what flies there. */
final class Skies {

    private Skies() {}

    static void comet(Poster poster) {
        poster.wash(0, 660, "0a1630", "53477a").wash(640, 860, "53477a", "e79b7a").stars(260, 640, "fdf6e3");
        for (var i = 0; i < 60; i++) {
            poster.fill(polygon(520, 420, 1600 - i * 16, -120 + i * 9.6, 1640 - i * 16, -40 + i * 9.2), "f9e7c010");
        }
        poster.fill(polygon(520, 418, 1560, -160, 1600, -110), "9fd0ff48").glow(520, 420, 130, "fff2d2d0")
                .disc(520, 420, 20, "ffffff");
        poster.hills(730, 60, 800, "3a3560", "3a3560").hills(790, 44, 1200, "221f45", "151330");
    }

    static void twoTails(Poster poster) {
        poster.wash(0, HEIGHT, "06142b", "123a5a").stars(200, HEIGHT, "e6f2ff");
        poster.glow(-60, 960, 620, "ffc861ff").disc(-60, 960, 250, "ffdf8f");
        var dust = new Path2D.Double();
        dust.moveTo(690, 500);
        dust.curveTo(980, 330, 1270, 330, 1620, 470);
        dust.lineTo(1620, 170);
        dust.curveTo(1240, 180, 940, 300, 690, 486);
        poster.fill(dust, "f4cf8a66");
        dust.transform(turn(-4, 690, 490));
        poster.fill(dust, "f4cf8a44");
        poster.fill(polygon(690, 482, 1420, -60, 1540, -60), "74c7ff90")
                .fill(polygon(690, 486, 1460, -60, 1490, -60), "d6f1ffb0");
        poster.glow(690, 490, 120, "fdf7e4e0").disc(690, 490, 24, "ffffff");
        for (var radius : new int[]{480, 760, 1060}) {
            poster.draw(new Arc2D.Double(-60 - radius, 960 - radius, 2 * radius, 2 * radius, 0, 90, Arc2D.OPEN), 1.6,
                    "ffe1a050");
        }
    }

    private static AffineTransform turn(double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y);
    }

    static void probe(Poster poster) {
        poster.wash(0, HEIGHT, "101427", "2c3a5c").stars(220, HEIGHT, "ffffff").glow(1210, 560, 520, "9fb4d850");
        var nucleus = new Path2D.Double();
        nucleus.moveTo(930, 560);
        nucleus.curveTo(930, 430, 1090, 370, 1190, 450);
        nucleus.curveTo(1250, 390, 1440, 380, 1480, 520);
        nucleus.curveTo(1530, 680, 1380, 800, 1230, 740);
        nucleus.curveTo(1120, 830, 930, 760, 930, 560);
        poster.fill(nucleus, 380, 800, "c9b79c", "3d3a45");
        for (var crater : new int[][]{{1040, 570, 44}, {1130, 690, 30}, {1370, 520, 52}, {1290, 660, 34},
                {1010, 680, 22}, {1430, 640, 26}, {1200, 560, 24}}) {
            poster.disc(crater[0], crater[1], crater[2], "4a444d90")
                    .disc(crater[0] + 5, crater[1] + 6, crater[2] * 0.82, "8f8378a0");
        }
        poster.fill(polygon(430, 380, 920, 520, 930, 590), "ffe9a822");
        for (var side : new int[]{-1, 1}) {
            for (var panel = 0; panel < 3; panel++) {
                var x = side > 0 ? 480 + panel * 108 : 320 - panel * 108 - 100;
                poster.fill(turned(new Rectangle2D.Double(x, 330, 100, 62), -18, 400, 360), "3f6fb5");
                poster.draw(turned(new Rectangle2D.Double(x, 330, 100, 62), -18, 400, 360), 3, "c8dcf5");
                poster.draw(turned(new Line2D.Double(x + 50, 330, x + 50, 392), -18, 400, 360), 2,
                        "c8dcf5");
            }
        }
        poster.draw(turned(new Line2D.Double(310, 361, 490, 361), -18, 400, 361), 8, "e5e7ee");
        poster.fill(turned(new Rectangle2D.Double(338, 306, 124, 110), -18, 400, 360), "e2b253")
                .fill(turned(new Rectangle2D.Double(338, 306, 40, 110), -18, 400, 360), "b9842f")
                .fill(new Arc2D.Double(392, 236, 130, 130, 20, 180, Arc2D.CHORD), "f1f3f7")
                .line(438, 300, 470, 250, 4, "8b93a5");
    }

    static void observatory(Poster poster) {
        poster.wash(0, HEIGHT, "0b1d3a", "3f5f80");
        for (var i = 0; i < 120; i++) {
            var radius = 30 + i * 9.5;
            var start = poster.between(0, 360);
            poster.draw(new Arc2D.Double(980 - radius, 210 - radius, 2 * radius, 2 * radius, start,
                    poster.between(18, 62), Arc2D.OPEN), poster.between(0.8, 2.4),
                    i % 4 == 0 ? "ffd9a0c0" : "dcebffa0");
        }
        poster.hills(740, 40, 1400, "1a2b45", "0b1526");
        poster.fill(new Arc2D.Double(300, 420, 420, 420, 0, 180, Arc2D.CHORD), 420, 640, "f0e8da", "a9a6ad")
                .box(330, 628, 360, 150, "cfc8c0").box(300, 620, 420, 20, "8c8a93")
                .fill(polygon(548, 440, 604, 462, 560, 628, 520, 628), "182238")
                .fill(turned(new Rectangle2D.Double(540, 392, 44, 190), 24, 560, 540), "d9482b")
                .box(480, 690, 60, 88, "3b3f4e").glow(510, 720, 90, "ffd48a80");
    }
}
