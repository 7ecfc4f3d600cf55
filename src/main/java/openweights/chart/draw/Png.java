package openweights.chart.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Encodes opaque images as PNG with a palette of at most 256 colors: small, and always the same
 * bytes.
 */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte PALETTE_COLOR = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Png() {}

    public static byte[] encode(BufferedImage image) {
        ColorTable table = ColorTable.of(image);
        Png png = new Png();
        png.out.writeBytes(SIGNATURE);
        png.chunk("IHDR", header(image.getWidth(), image.getHeight()));
        png.chunk("PLTE", table.palette());
        png.chunk("IDAT", deflate(rows(image, table)));
        png.chunk("IEND", new byte[0]);
        return png.out.toByteArray();
    }

    private static byte[] header(int width, int height) {
        byte bitDepth = 8;
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(bitDepth)
                .put(PALETTE_COLOR)
                .array();
    }

    /** Each row starts with its filter type: 0 (none), which suits palettes best. */
    private static byte[] rows(BufferedImage image, ColorTable table) {
        int width = image.getWidth();
        byte[] rows = new byte[(width + 1) * image.getHeight()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            at++;
            for (int x = 0; x < width; x++) {
                rows[at++] = table.index(image.getRGB(x, y));
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
