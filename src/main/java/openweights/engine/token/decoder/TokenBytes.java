package openweights.engine.token.decoder;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a token stands for: text, until a step finds that it is bytes.
 *
 * @param bytes empty as long as {@code text} holds
 */
public record TokenBytes(String text, Optional<byte[]> bytes) {

    public static TokenBytes ofText(String text) {
        return new TokenBytes(text, Optional.empty());
    }

    static TokenBytes ofBytes(byte... bytes) {
        return new TokenBytes("", Optional.of(bytes));
    }

    /** The bytes found, or else those of the text in UTF-8. */
    public byte[] toArray() {
        return bytes.orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
    }
}
