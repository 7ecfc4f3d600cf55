package openweights.engine.token.decoder;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a token stands for: text, until a step determines its bytes.
 *
 * @param bytes empty while {@code text} is valid
 */
public record TokenBytes(String text, Optional<byte[]> bytes) {

    public static TokenBytes ofText(String text) {
        return new TokenBytes(text, Optional.empty());
    }

    static TokenBytes ofBytes(byte... bytes) {
        return new TokenBytes("", Optional.of(bytes));
    }

    /** The bytes, or the UTF-8 form of the text. */
    public byte[] toArray() {
        return bytes.orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
    }
}
