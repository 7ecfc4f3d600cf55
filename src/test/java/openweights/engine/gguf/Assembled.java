package openweights.engine.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Assembles files from a description of their bytes, as in {@code bad.txt}. */
final class Assembled {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Assembled() {}

    static byte[] of(String description) {
        Assembled file = new Assembled();
        for (String part : description.strip().split(" +")) {
            file.add(part);
        }
        return file.bytes.toByteArray();
    }

    private void add(String part) {
        String value = part.substring(part.indexOf(':') + 1);
        if (part.startsWith("'")) {
            bytes.writeBytes(part.substring(1, part.length() - 1).getBytes(StandardCharsets.UTF_8));
        } else if (part.startsWith("u")) {
            int bits = Integer.parseInt(part.substring(1, part.indexOf(':')));
            number(Long.parseUnsignedLong(value), bits);
        } else if (part.startsWith("s:")) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            number(text.length, Long.SIZE);
            bytes.writeBytes(text);
        } else if (part.startsWith("x:")) {
            bytes.writeBytes(HexFormat.of().parseHex(value));
        } else if (part.startsWith("z:")) {
            bytes.writeBytes(new byte[Integer.parseInt(value)]);
        } else if (part.startsWith("to:")) {
            bytes.writeBytes(new byte[Math.floorMod(-bytes.size(), Integer.parseInt(value))]);
        } else if (!part.isEmpty()) {
            throw new IllegalArgumentException(part);
        }
    }

    private void number(long value, int bits) {
        for (int shift = 0; shift < bits; shift += Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
    }
}
