package news.kiosque.standalone.demo;

import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

import static news.kiosque.standalone.demo.Poster.HEIGHT;
import static news.kiosque.standalone.demo.Poster.WIDTH;

/** Pictures that look like what desks draw: a market's curve and a map. */
final class Charts {

    private Charts() {}

    static void market(Poster poster) {
        poster.wash(0, HEIGHT, "0f2f3d", "15495a");
        for (var y = 120; y < HEIGHT; y += 110) {
            poster.box(0, y, WIDTH, 2, "ffffff18");
        }
        var area = new Path2D.Double();
        var crest = new Path2D.Double();
        area.moveTo(0, HEIGHT);
        var level = 640.0;
        for (var i = 0; i <= 40; i++) {
            level += poster.between(-46, 30);
            area.lineTo(i * 40, level);
            if (i == 0) {
                crest.moveTo(0, level);
            } else {
                crest.lineTo(i * 40, level);
            }
            var open = level + poster.between(-60, 60);
            var up = poster.random.nextInt(3) > 0;
            poster.line(i * 40 + 20, open - 70, i * 40 + 20, open + 80, 3, up ? "f3d59ab0" : "e2604ab0");
            poster.fill(new RoundRectangle2D.Double(i * 40 + 9, open - 40, 22, 84, 6, 6), up ? "f3d59a" : "e2604a");
        }
        area.lineTo(WIDTH, HEIGHT);
        area.closePath();
        poster.fill(area, 300, HEIGHT, "3fb0a680", "3fb0a610").draw(crest, 9, "f6f1e4");
    }

    static void relief(Poster poster) {
        poster.wash(0, HEIGHT, "e9dcc0", "d8c49c");
        var peaks = new double[15][];
        for (var i = 0; i < peaks.length; i++) {
            peaks[i] = new double[]{i % 5 * 380 + poster.between(-90, 170), i / 5 * 360 + poster.between(-60, 140),
                    poster.between(110, 190)};
        }
        var tints = new String[]{"cfd3a8", "b5c492", "8fae80", "6a9474", "47766a", "2d5a5e"};
        for (var y = 0; y < HEIGHT; y += 4) {
            for (var x = 0; x < WIDTH; x += 4) {
                var height = 0.0;
                for (var peak : peaks) {
                    height += Math.exp(-(Math.pow(x - peak[0], 2) + Math.pow(y - peak[1], 2)) / (peak[2] * peak[2]));
                }
                var step = (int) (height * 4);
                if (step > 0) {
                    poster.box(x, y, 4, 4, tints[Math.min(5, step - 1)]);
                }
            }
        }
        var river = new Path2D.Double();
        river.moveTo(-20, 260);
        river.curveTo(380, 120, 480, 520, 820, 470);
        river.curveTo(1100, 430, 1180, 700, 1640, 640);
        poster.draw(river, 30, "f3ead4").draw(river, 20, "3f8fb0");
        var border = new Path2D.Double();
        border.moveTo(180, -20);
        border.curveTo(300, 300, 700, 240, 900, 380);
        border.curveTo(1120, 520, 1200, 260, 1640, 300);
        var at = new double[6];
        for (var points = border.getPathIterator(null, 0.4); !points.isDone(); points.next()) {
            points.currentSegment(at);
            poster.disc(at[0], at[1], 7, "c8452f");
        }
        poster.draw(border, 4, "c8452f");
        for (var town : new int[][]{{520, 420}, {1010, 610}, {1280, 210}, {340, 700}}) {
            poster.disc(town[0], town[1], 20, "f6f1e4").disc(town[0], town[1], 12, "34315a");
        }
    }
}
