package news.kiosque.standalone.demo;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

import static news.kiosque.standalone.demo.Poster.HEIGHT;
import static news.kiosque.standalone.demo.Poster.WIDTH;
import static news.kiosque.standalone.demo.Poster.between;
import static news.kiosque.standalone.demo.Poster.polygon;

/** Pictures of country: forest, fields, marsh, pass, vines and ice. */
final class Landscapes {

    private Landscapes() {}

    static void forestRoad(Poster poster) {
        poster.wash(0, 560, "1d3b4f", "e8b888").glow(1080, 430, 420, "ffe2b0c0").disc(1080, 430, 74, "fff0d0");
        for (var row = 0; row < 4; row++) {
            var ground = 500 + row * 62;
            poster.hills(ground, 14, 900, hex(row, "4d7474", "10292e"), hex(row + 1, "4d7474", "10292e"));
            for (var x = -20.0; x < WIDTH + 40; x += poster.between(16, 34) * (1 + row * 0.45)) {
                var open = 40 + row * 85;
                if (Math.abs(x - 760) > open) {
                    fir(poster, x, ground + 14, poster.between(70, 130) * (1 + row * 0.5),
                            hex(row, "4d7474", "10292e"));
                }
            }
        }
        poster.fill(polygon(745, 560, 775, 560, 1080, HEIGHT, 430, HEIGHT), 560, HEIGHT, "c99a78", "3c3f42")
                .fill(polygon(758, 565, 762, 565, 776, HEIGHT, 740, HEIGHT), "f3dcb055");
    }

    private static void fir(Poster poster, double x, double foot, double height, String ink) {
        for (var tier = 0; tier < 4; tier++) {
            var bottom = foot - height * tier * 0.2;
            var half = height * (0.2 - tier * 0.04);
            poster.fill(polygon(x - half, bottom, x + half, bottom, x, bottom - height * 0.42), ink);
        }
    }

    static void wheatField(Poster poster) {
        poster.wash(0, 520, "2f6fae", "cfe3ea").glow(420, 300, 360, "fff3cf90").disc(420, 300, 66, "fff6da");
        for (var i = 0; i < 5; i++) {
            var y = 120 + i * 62;
            poster.fill(new RoundRectangle2D.Double(poster.between(0, 1300), y,
                    poster.between(220, 520), 16, 16, 16), "ffffff55");
        }
        poster.hills(505, 26, 1300, "7c9a6a", "7c9a6a").hills(540, 22, 1500, "e2b64a", "a8741f");
        for (var i = 0; i <= 60; i++) {
            var far = 100 + i * 24.0;
            poster.line(far, 548 + Math.sin(i) * 4, 800 + (far - 800) * 5.2, HEIGHT + 20, i % 3 == 0 ? 5 : 2.2,
                    i % 3 == 0 ? "8f611a88" : "f7dc8a70");
        }
        poster.box(1174, 410, 14, 140, "3d4d33").disc(1180, 380, 78, "41633f").disc(1130, 415, 48, "4c7047")
                .disc(1232, 412, 52, "38573a").disc(1160, 345, 44, "5a7f50");
    }

    static void marsh(Poster poster) {
        poster.wash(0, 470, "42566f", "f1c9a5").glow(800, 440, 520, "ffe3bbb0").disc(800, 402, 60, "fff1d8");
        poster.hills(452, 16, 700, "5b6b72", "5b6b72").wash(470, HEIGHT, "e3bd9f", "33475c");
        for (var i = 0; i < 46; i++) {
            var y = 480 + Math.pow(poster.random.nextDouble(), 1.4) * 400;
            var width = poster.between(40, 260) * (y - 380) / 300;
            poster.fill(new Ellipse2D.Double(poster.between(-100, WIDTH), y, width, 5 + (y - 470) / 26),
                    i % 3 == 0 ? "fbe3c8aa" : "2c3f50aa");
        }
        poster.glow(800, 560, 150, "fff1d880");
        for (var x = 40.0; x < WIDTH; x += poster.between(70, 190)) {
            if (Math.abs(x - 800) > 180) {
                birch(poster, x, poster.between(600, 860));
            }
        }
    }

    private static void birch(Poster poster, double x, double foot) {
        var top = foot - poster.between(440, 640);
        poster.fill(polygon(x - 8, foot, x + 8, foot, x + 3, top, x - 3, top), "ece6dc");
        for (var y = top + 30; y < foot - 10; y += poster.between(18, 44)) {
            poster.line(x - 6, y, x + poster.between(-2, 5), y, 3.4, "2d3438");
        }
        for (var i = 0; i < 26; i++) {
            poster.disc(x + poster.between(-64, 64), top + poster.between(-50, 200), poster.between(9, 22),
                    i % 2 == 0 ? "c98b3ccc" : "8c6a35cc");
        }
    }

    static void mountainPass(Poster poster) {
        poster.wash(0, 700, "234a6d", "f6c793").disc(1240, 210, 92, "fff0cf");
        poster.fill(polygon(-40, 700, 330, 190, 470, 360, 640, 120, 930, 520, 1130, 300, 1660, 760), 120, 700, "6d7f99",
                "a99a9c");
        poster.fill(polygon(640, 120, 560, 235, 610, 222, 650, 262, 690, 232, 752, 275), "f7f2ea")
                .fill(polygon(330, 190, 268, 275, 320, 262, 352, 292, 400, 276), "f7f2ea")
                .fill(polygon(1130, 300, 1060, 378, 1120, 366, 1170, 392, 1224, 368), "f7f2ea");
        poster.hills(600, 70, 1700, "5f8065", "2d4a45").hills(720, 50, 1300, "42664f", "1c3431");
        var road = new Path2D.Double();
        road.moveTo(560, 960);
        road.curveTo(900, 850, 1500, 850, 1330, 780);
        road.curveTo(1180, 720, 500, 800, 470, 735);
        road.curveTo(450, 690, 1000, 720, 1010, 672);
        road.curveTo(1016, 640, 730, 660, 716, 628);
        poster.draw(road, 26, "f3d7aa").draw(road, 19, "4c4a4d").draw(road, 2, "f3d7aa");
    }

    static void vineyard(Poster poster) {
        poster.wash(0, 500, "f2a65e", "fbe6bd").disc(1150, 330, 120, "fdf3d4");
        poster.hills(430, 60, 1500, "c98a72", "c98a72").hills(500, 36, 1100, "9a6a63", "7a4f55");
        poster.wash(520, HEIGHT, "b7944c", "5f6b2e");
        for (var row = -14; row <= 14; row++) {
            var far = 760 + row * 52.0;
            var near = 760 + row * 300.0;
            poster.fill(polygon(far - 7, 522, far + 7, 522, near + 62, HEIGHT, near - 62, HEIGHT),
                    between(row % 2 == 0 ? "6d7a33" : "7d6a2c", "39491f", Math.abs(row) / 16.0));
            for (var step = 1; step <= 9; step++) {
                var depth = Math.pow(step / 9.0, 2.1);
                var x = far + (near - far) * depth;
                poster.disc(x - 20 * depth, 520 + 380 * depth, 2 + 20 * depth, "7a2f45")
                        .disc(x + 14 * depth, 526 + 386 * depth, 2 + 17 * depth, "5b1f3a");
            }
        }
        poster.box(330, 402, 96, 66, "f2e2c4").fill(polygon(320, 404, 436, 404, 378, 362), "8f3f34");
    }

    static void glacier(Poster poster) {
        poster.wash(0, 420, "0f3a5c", "bfe0ea").disc(330, 190, 58, "fdf8ea");
        poster.fill(polygon(-20, 520, 240, 250, 420, 420, 700, 180, 1000, 440, 1290, 230, 1640, 540), 180, 520,
                "8fb2c6", "d9e9ee");
        poster.wash(470, HEIGHT, "eaf5f7", "0e4f78");
        for (var layer = 0; layer < 15; layer++) {
            var y = 500 + layer * 27;
            poster.draw(wave(poster, y, 5 + layer), 2.4 + layer * 0.25, layer % 3 == 1 ? "ffffff80" : "2f7fa860");
        }
        poster.line(1180, 300, 1180, 560, 8, "1b2733").line(1120, 560, 1180, 350, 6, "1b2733")
                .line(1240, 560, 1180, 350, 6, "1b2733").line(1180, 560, 1180, 850, 6, "f6c24a").box(1165, 560, 30, 60,
                        "d9482b");
    }

    private static Path2D wave(Poster poster, double y, double swing) {
        var path = new Path2D.Double();
        var phase = poster.between(0, 6);
        path.moveTo(0, y);
        for (var x = 0; x <= WIDTH; x += 10) {
            path.lineTo(x, y + Math.sin(x / 210.0 + phase) * swing);
        }
        return path;
    }

    private static String hex(int row, String far, String near) {
        return "%06x".formatted(between(far, near, row / 3.0).getRGB() & 0xffffff);
    }
}
