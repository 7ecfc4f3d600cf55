package openweights.engine.weights;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a header, with the checks that a JSON parser does not make. */
record HeaderText(Path file, byte[] bytes) {

    private static final int CHUNK = 8192;

    /** UTF-8, without NUL (which would make a parser guess UTF-16), and starting with a brace. */
    void check() {
        checkUtf8();
        if (bytes.length == 0 || bytes[0] != '{') {
            String found = bytes.length == 0 ? "is empty" : "starts with byte " + (bytes[0] & 0xff);
            throw fault(
                    Fault.HEADER_NOT_AN_OBJECT,
                    null,
                    0,
                    "the header must start with {, but " + found);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw fault(Fault.HEADER_NOT_JSON, null, i, "the header has a byte 0");
            }
        }
    }

    private void checkUtf8() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CoderResult result;
        do {
            result = utf8.decode(in, out.clear(), true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw fault(Fault.HEADER_NOT_UTF8, null, in.position(), "the header is not UTF-8");
        }
    }

    /** Only spaces after the JSON. */
    void checkSpaces(int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != ' ') {
                throw fault(
                        Fault.TEXT_AFTER_HEADER,
                        null,
                        i,
                        "only spaces may follow the header's closing brace, but there is byte "
                                + (bytes[i] & 0xff));
            }
        }
    }

    /**
     * @param tensor the tensor at fault; null if it is the header as a whole
     * @param at bytes from the start of the header
     */
    SafetensorsException fault(Fault fault, @Nullable String tensor, long at, String found) {
        long offset = HeaderReader.LENGTH_BYTES + Math.max(at, 0);
        return new SafetensorsException(
                fault, file, tensor, offset, found + " (byte " + offset + ")");
    }
}
