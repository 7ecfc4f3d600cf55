package openweights.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds files byte by byte, valid or not. */
final class Crafted {

    private Crafted() {}

    /** A file whose length, header and number of data bytes agree. */
    static byte[] safetensors(String header, int dataBytes) {
        return safetensors(header.getBytes(StandardCharsets.UTF_8), dataBytes);
    }

    static byte[] safetensors(byte[] header, int dataBytes) {
        return bytes(header.length, header, dataBytes);
    }

    /** A file whose first eight bytes claim any length. */
    static byte[] bytes(long length, byte[] header, int dataBytes) {
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length + dataBytes);
        file.order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(header);
        return file.array();
    }

    /** One entry of a header. */
    static String entry(String name, String dtype, String shape, long begin, long end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, dtype, shape, begin, end);
    }

    /** The text of a file in src/test/resources. */
    static String resource(String name) throws IOException {
        return Files.readString(resourceFile(name));
    }

    static Path resourceFile(String name) {
        return Path.of("src/test/resources").resolve(name);
    }

    static Path in(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
