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
        return encode(image, ColorTable.of(image));
    }

    /** The same with {@link ColorTable#small}: about a quarter smaller for a chart of lines. */
    public static byte[] encodeSmall(BufferedImage image) {
        return encode(image, ColorTable.small(image));
    }

    private static byte[] encode(BufferedImage image, ColorTable table) {
        Png png = new Png();
        png.out.writeBytes(SIGNATURE);
        png.chunk("IHDR", header(image, table.bits()));
        png.chunk("PLTE", table.palette());
        png.chunk("IDAT", deflate(rows(image, table)));
        png.chunk("IEND", new byte[0]);
        return png.out.toByteArray();
    }

    private static byte[] header(BufferedImage image, int bitDepth) {
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put((byte) bitDepth)
                .put(PALETTE_COLOR)
                .array();
    }

    /** Each row starts with its filter type: 0 (none), which suits palettes best. */
    private static byte[] rows(BufferedImage image, ColorTable table) {
        int bits = table.bits();
        int length = 1 + (image.getWidth() * bits + 7) / 8;
        byte[] rows = new byte[length * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int at = y * length + 1 + x * bits / 8;
                int shift = 8 - bits - x * bits % 8;
                rows[at] = (byte) (rows[at] | table.index(image.getRGB(x, y)) << shift);
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
