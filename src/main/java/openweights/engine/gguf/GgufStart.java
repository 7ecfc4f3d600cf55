package openweights.engine.gguf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The first bytes of a GGUF file, which usually name its architecture. */
public final class GgufStart {

    private static final byte[] MAGIC = {'G', 'G', 'U', 'F'};

    /** The version, and the numbers of tensors and of keys. */
    private static final int COUNTS = Integer.BYTES + 2 * Long.BYTES;

    private static final int MAX_TEXT = 256;

    private GgufStart() {}

    /** Whether it begins as every GGUF file does; four bytes are read. */
    public static boolean isGguf(InputStream start) throws IOException {
        return Arrays.equals(start.readNBytes(MAGIC.length), MAGIC);
    }

    /**
     * The architecture, if it is the first key, as llama.cpp writes it.
     *
     * @param rest what follows the bytes that {@link #isGguf} reads
     */
    public static Optional<String> architecture(InputStream rest) throws IOException {
        rest.skipNBytes(COUNTS);
        boolean first = text(rest).filter("general.architecture"::equals).isPresent();
        if (!first || number(rest, Integer.BYTES) != ValueType.STRING.id()) {
            return Optional.empty();
        }
        return text(rest);
    }

    private static Optional<String> text(InputStream in) throws IOException {
        long length = number(in, Long.BYTES);
        if (length < 0 || length > MAX_TEXT) {
            return Optional.empty();
        }
        return Optional.of(new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
    }

    private static long number(InputStream in, int bytes) throws IOException {
        byte[] read = Arrays.copyOf(in.readNBytes(bytes), Long.BYTES);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
