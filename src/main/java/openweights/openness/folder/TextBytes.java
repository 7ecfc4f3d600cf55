package openweights.openness.folder;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes the texts of a release: UTF-8, or what a byte order mark says, as some editors write. */
final class TextBytes {

    private TextBytes() {}

    static String decode(byte[] bytes) {
        return new String(bytes, charset(bytes)).replace("\uFEFF", "");
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return first == 0xfeff || first == 0xfffe
                ? StandardCharsets.UTF_16
                : StandardCharsets.UTF_8;
    }
}
