package openweights.engine.token.decoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import openweights.engine.token.text.ByteCharacters;

/**
 * Decodes the byte-level alphabet: {@code Ġ | Ã | © -> " é"}. All tokens become one. A token with a
 * character outside of the alphabet stands for its own UTF-8 bytes; invalid UTF-8 becomes U+FFFD.
 */
public record ByteLevel() implements Decoder {

    @Override
    public TokenSink onto(TokenSink next) {
        Utf8Decoder utf8 = new Utf8Decoder();
        return new WholeTokens() {
            @Override
            void token(String token) {
                write(token, utf8);
                String certain = utf8.take();
                if (!certain.isEmpty()) {
                    next.text(certain);
                }
            }

            @Override
            public void finish() {
                next.text(utf8.finish());
                next.end();
                next.finish();
            }
        };
    }

    private static void write(String token, Utf8Decoder utf8) {
        if (isSpelled(token)) {
            for (int i = 0; i < token.length(); i++) {
                utf8.write(ByteCharacters.byteOf(token.charAt(i)));
            }
        } else {
            for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
                utf8.write(b & 0xFF);
            }
        }
    }

    private static boolean isSpelled(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (ByteCharacters.byteOf(token.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TokenBytes bytes(TokenBytes token) {
        String text = token.text();
        if (token.bytes().isPresent() || !isSpelled(text)) {
            return token;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.chars().forEach(c -> bytes.write(ByteCharacters.byteOf((char) c)));
        return TokenBytes.ofBytes(bytes.toByteArray());
    }
}
