package news.kiosque.standalone.demo;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

import static news.kiosque.standalone.demo.Poster.HEIGHT;
import static news.kiosque.standalone.demo.Poster.WIDTH;
import static news.kiosque.standalone.demo.Poster.polygon;

/** Pictures of what people built: cities, stations, rails, a canal. */
final class Towns {

    private Towns() {}

    static void obelisk(Poster poster) {
        poster.wash(0, 720, "2b2f55", "f0a27a").disc(800, 470, 170, "f9d9a8");
        for (var layer = 0; layer < 3; layer++) {
            for (var x = -30.0; x < WIDTH;) {
                var width = poster.between(70, 150);
                var height = poster.between(120, 250) - layer * 30;
                var foot = 650 + layer * 50;
                var ink = new String[]{"8d6a86", "5b4a74", "34315a"}[layer];
                if (Math.abs(x + width / 2 - 800) > 90 + layer * 90) {
                    poster.box(x, foot - height, width - 6, HEIGHT, ink);
                    windows(poster, x, foot - height, width, height, layer);
                }
                x += width;
            }
        }
        poster.wash(760, HEIGHT, "2b2850", "17162f").fill(polygon(770, 760, 786, 250, 800, 205, 814, 250, 830, 760),
                205, 760, "f3e3cf", "6d5674").box(730, 740, 140, 40, "4a3f66").box(690, 776, 220, 30, "3a3358");
        for (var i = 0; i < 9; i++) {
            poster.fill(polygon(800 - i * 6, 806, 800 + i * 6, 806, 800 + i * 90, HEIGHT, 800 - i * 90, HEIGHT),
                    "f9c98a0c");
        }
    }

    private static void windows(Poster poster, double x, double top, double width, double height, int layer) {
        for (var y = top + 18; y < top + height - 10; y += 26) {
            for (var column = x + 12; column < x + width - 22; column += 22) {
                if (poster.random.nextInt(5) < 1 + layer / 2) {
                    poster.box(column, y, 10, 13, layer == 0 ? "f9d9a870" : "ffd48ab0");
                }
            }
        }
    }

    static void rails(Poster poster) {
        poster.wash(0, 430, "f3b267", "fbe7c6").disc(800, 372, 96, "fffaf0").hills(420, 24, 900, "a97c78", "6b5566");
        poster.wash(428, HEIGHT, "77616b", "2c2733");
        for (var track = -2; track <= 2; track++) {
            for (var sleeper = 1; sleeper < 22; sleeper++) {
                var depth = Math.pow(sleeper / 21.0, 2.4);
                var y = 430 + 500 * depth;
                var x = 800 + track * (30 + 560 * depth);
                var half = 9 + 210 * depth;
                poster.box(x - half, y, 2 * half, 2 + 20 * depth, "1d1a2470");
            }
            for (var side : new int[]{-1, 1}) {
                var far = 800 + track * 30 + side * 5;
                var near = 800 + track * 590 + side * 138;
                poster.fill(polygon(far - 1, 430, far + 1, 430, near + 11, 940, near - 11, 940), 430, 940, "fde2b8",
                        "b9aeb4");
            }
        }
        for (var mast : new double[]{0.16, 0.34, 0.62, 1}) {
            for (var side : new int[]{-1, 1}) {
                var x = 800 + side * (110 + 640 * mast);
                var top = 420 - 400 * mast;
                poster.line(x, top, x, 440 + 420 * mast, 2 + 9 * mast, "2c2733").line(x, top + 20 * mast,
                        x - side * 210 * mast, top + 60 * mast, 1.5 + 5 * mast, "2c2733");
            }
        }
        poster.line(800, 420, -100, 30, 2, "2c2733a0").line(800, 420, 1700, 30, 2, "2c2733a0");
        poster.line(420, 300, 420, 640, 12, "1d1a24").fill(new RoundRectangle2D.Double(388, 190, 64, 130, 30, 30),
                "1d1a24").disc(420, 226, 20, "e2452f").disc(420, 280, 20, "4b3a3f").glow(420, 226, 70, "e2452f90");
    }

    static void station(Poster poster) {
        poster.wash(0, HEIGHT, "dfe6df", "9fb0ad");
        for (var arch = 7; arch >= 0; arch--) {
            var scale = 0.22 + arch * 0.14;
            var half = 800 * scale * 1.15;
            var top = 470 - 420 * scale;
            var vault = new Path2D.Double();
            vault.moveTo(800 - half, 470 + 460 * scale);
            vault.lineTo(800 - half, 470 - 40 * scale);
            vault.quadTo(800, top - 380 * scale, 800 + half, 470 - 40 * scale);
            vault.lineTo(800 + half, 470 + 460 * scale);
            poster.draw(vault, 5 + 26 * scale, Poster.between("8ba29f", "1f3d45", arch / 7.0));
        }
        for (var beam = -6; beam <= 6; beam++) {
            poster.line(800 + beam * 26, 430 - (36 - beam * beam) * 2.2, 800 + beam * 190, 30 - (36 - beam * beam) * 12,
                    2.2, "1f3d4550");
        }
        poster.fill(polygon(690, 560, 910, 560, 1900, HEIGHT, -300, HEIGHT), 560, HEIGHT, "c8c2ad", "7d705d")
                .fill(polygon(690, 560, 730, 560, 300, HEIGHT, -300, HEIGHT), "35434a")
                .fill(polygon(870, 560, 910, 560, 1900, HEIGHT, 1300, HEIGHT), "35434a")
                .fill(polygon(732, 560, 738, 560, 380, HEIGHT, 330, HEIGHT), "f0c04a")
                .fill(polygon(862, 560, 868, 560, 1270, HEIGHT, 1220, HEIGHT), "f0c04a");
        poster.line(800, 150, 800, 260, 6, "1f3d45").disc(800, 330, 84, "1f3d45").disc(800, 330, 72, "f7f1e2")
                .line(800, 330, 800, 276, 7, "1f3d45").line(800, 330, 838, 352, 7, "1f3d45")
                .disc(800, 330, 7, "d9482b");
        poster.disc(905, 642, 13, "26323a").fill(new RoundRectangle2D.Double(890, 654, 30, 62, 18, 18), "26323a")
                .box(893, 700, 10, 56, "26323a").box(908, 700, 10, 56, "26323a").box(930, 716, 30, 40, "d9482b");
        poster.fill(polygon(888, 756, 960, 756, 1050, 800, 960, 800), "4a433960");
    }

    static void canal(Poster poster) {
        poster.wash(0, 460, "1f7a8c", "f7e2b5").disc(1240, 250, 84, "fff4d6");
        poster.hills(430, 60, 900, "5f9a7d", "5f9a7d").hills(480, 50, 1300, "2f6f5e", "1d4f47");
        poster.wash(560, HEIGHT, "3fa0a6", "0d4a5c");
        poster.fill(polygon(560, 620, 1180, 620, 1130, 740, 610, 740), "c8452f").box(560, 606, 620, 22, "8a2a22");
        var inks = new String[]{"e8a33d", "f3e3c3", "3b6ea5", "d96b43", "6d8f5a"};
        for (var row = 0; row < 4; row++) {
            for (var column = 0; column < 9; column++) {
                if (row < 3 || column % 4 != 1) {
                    poster.box(590 + column * 50, 566 - row * 40, 47, 38, inks[(row * 3 + column * 2) % 5]);
                }
            }
        }
        poster.box(1060, 410, 90, 196, "f6f1e4").box(1046, 430, 118, 26, "24465a").box(1090, 350, 30, 60, "c8452f");
        for (var side : new int[]{0, 1}) {
            var x = side == 0 ? 0 : 1300;
            poster.fill(new Rectangle2D.Double(x, 540, 300, HEIGHT), 540, HEIGHT, "d9cfb8", "80786c");
            for (var y = 580; y < HEIGHT; y += 44) {
                poster.box(x, y, 300, 4, "80786c90");
            }
            poster.box(side == 0 ? 270 : 1300, 500, 30, 400, "2b4852");
        }
        for (var i = 0; i < 26; i++) {
            poster.box(poster.between(310, 1200), poster.between(750, 890), poster.between(30, 90), 4, "d8f3ee70");
        }
    }

    static void oldTown(Poster poster) {
        poster.wash(0, 620, "f4b183", "fdeed3").disc(420, 250, 96, "fff7e2").hills(470, 60, 1500, "b9838a", "b9838a")
                .hills(560, 40, 900, "7d5a72", "7d5a72");
        for (var row = 0; row < 4; row++) {
            for (var x = -60.0; x < WIDTH;) {
                var width = poster.between(80, 150) + row * 26;
                var eaves = 600 + row * 84 - poster.between(0, 60);
                house(poster, x, eaves, width, row);
                x += width;
            }
            if (row == 1) {
                tower(poster, 1060, 700);
                tower(poster, 1240, 700);
            }
        }
    }

    private static void house(Poster poster, double x, double eaves, double width, int row) {
        var walls = new String[]{"e9cfae", "f3e0bd", "d9a77e", "f6ead0", "c98f7a"};
        var roofs = new String[]{"c05a43", "a8452f", "8f3a2c", "6f2d2a"};
        poster.box(x, eaves, width, HEIGHT, walls[poster.random.nextInt(walls.length)]);
        poster.fill(polygon(x - 8, eaves + 2, x + width + 8, eaves + 2, x + width - 24, eaves - 52, x + 24, eaves - 52),
                roofs[row]);
        for (var window = x + 18; window < x + width - 24; window += 34) {
            poster.box(window, eaves + 22, 14, 24, "5b4a5a").box(window, eaves + 66, 14, 24, "5b4a5a");
        }
    }

    private static void tower(Poster poster, double x, double foot) {
        poster.box(x, foot - 400, 96, 400, "f6ead0").box(x, foot - 400, 20, 400, "e3cfae");
        for (var storey = 0; storey < 3; storey++) {
            poster.box(x - 8, foot - 400 + storey * 120, 112, 12, "c9ad88")
                    .fill(new RoundRectangle2D.Double(x + 34, foot - 365 + storey * 120, 28, 66, 28, 28), "5b4a5a");
        }
        poster.fill(new Arc2D.Double(x + 2, foot - 460, 92, 120, 0, 180, Arc2D.CHORD), "4f7f6a")
                .box(x + 42, foot - 500, 12, 50, "4f7f6a").line(x + 48, foot - 540, x + 48, foot - 500, 5, "4f7f6a")
                .line(x + 36, foot - 526, x + 60, foot - 526, 5, "4f7f6a");
    }
}
