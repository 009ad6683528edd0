package news.kiosque.standalone.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A sheet of 1600 by 900 pixels and the few printing techniques that all demo pictures share. */
final class Poster {

    static final int WIDTH = 1600;
    static final int HEIGHT = 900;
    private static final float QUALITY = 0.86f;

    static {
        // Painting needs no screen, and must not look for one on a machine that names one in DISPLAY.
        System.setProperty("java.awt.headless", "true");
    }

    final Random random;
    private final BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = sheet.createGraphics();

    Poster(long seed) {
        random = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** A colour by its six hexadecimal digits, or eight with the opacity last. */
    static Color ink(String hex) {
        var rgb = Integer.parseInt(hex.substring(0, 6), 16);
        var alpha = hex.length() == 8 ? Integer.parseInt(hex.substring(6), 16) : 255;
        return new Color(rgb >> 16, rgb >> 8 & 255, rgb & 255, alpha);
    }

    /** The ink between two others; {@code share} 0 is the first, 1 the second. */
    static Color between(String one, String other, double share) {
        var a = ink(one);
        var b = ink(other);
        return new Color(mix(a.getRed(), b.getRed(), share), mix(a.getGreen(), b.getGreen(), share),
                mix(a.getBlue(), b.getBlue(), share), mix(a.getAlpha(), b.getAlpha(), share));
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * Math.clamp(share, 0, 1));
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** Covers everything below {@code top}; the lower ink is reached at {@code bottom} and goes on from there. */
    Poster wash(double top, double bottom, String above, String below) {
        return fill(new Rectangle2D.Double(0, top, WIDTH, HEIGHT - top), top, bottom, above, below);
    }

    Poster fill(Shape shape, String ink) {
        return fill(shape, ink(ink));
    }

    Poster fill(Shape shape, Color ink) {
        pen.setPaint(ink);
        pen.fill(shape);
        return this;
    }

    Poster fill(Shape shape, double top, double bottom, String above, String below) {
        pen.setPaint(new GradientPaint(0, (float) top, ink(above), 0, (float) bottom, ink(below)));
        pen.fill(shape);
        return this;
    }

    Poster draw(Shape shape, double width, String ink) {
        return draw(shape, width, ink(ink));
    }

    Poster draw(Shape shape, double width, Color ink) {
        pen.setPaint(ink);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
        return this;
    }

    Poster line(double x1, double y1, double x2, double y2, double width, String ink) {
        return draw(new Line2D.Double(x1, y1, x2, y2), width, ink);
    }

    Poster box(double x, double y, double width, double height, String ink) {
        return fill(new Rectangle2D.Double(x, y, width, height), ink);
    }

    Poster disc(double x, double y, double radius, String ink) {
        return fill(circle(x, y, radius), ink);
    }

    /** Light that fades to nothing at {@code radius}. */
    Poster glow(double x, double y, double radius, String ink) {
        var core = ink(ink);
        var edge = new Color(core.getRed(), core.getGreen(), core.getBlue(), 0);
        pen.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius, new float[]{0, 1},
                new Color[]{core, edge}));
        pen.fill(circle(x, y, radius));
        return this;
    }

    Poster stars(int count, double lowest, String ink) {
        for (var i = 0; i < count; i++) {
            var size = 0.8 + 2.2 * Math.pow(random.nextDouble(), 3);
            pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) between(0.35, 1)));
            disc(between(0, WIDTH), between(0, lowest), size, ink);
        }
        pen.setComposite(AlphaComposite.SrcOver);
        return this;
    }

    /** A range of hills from side to side: everything below a wavy line around {@code height}. */
    Poster hills(double height, double swing, double length, String above, String below) {
        return fill(skyline(height, swing, length), height - swing, HEIGHT, above, below);
    }

    /** The outline of hills; {@code length} is that of the longest wave, shorter ones ride upon it. */
    Path2D skyline(double height, double swing, double length) {
        var phases = new double[]{between(0, 7), between(0, 7), between(0, 7)};
        var line = new Path2D.Double();
        line.moveTo(0, HEIGHT);
        for (var x = 0; x <= WIDTH; x += 8) {
            var wave = Math.sin(x / length * 6.283 + phases[0]) * 0.6
                    + Math.sin(x / length * 14.1 + phases[1]) * 0.28
                    + Math.sin(x / length * 31.7 + phases[2]) * 0.12;
            line.lineTo(x, height - wave * swing);
        }
        line.lineTo(WIDTH, HEIGHT);
        line.closePath();
        return line;
    }

    static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Path2D polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (var i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    static Shape turned(Shape shape, double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y).createTransformedShape(shape);
    }

    byte[] jpeg() {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(sheet, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be written as JPEG.", e);
        } finally {
            writer.dispose();
            pen.dispose();
        }
        return bytes.toByteArray();
    }
}
