package openweights.engine.token.decoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Combines byte tokens to characters: {@code <0xC3> | <0xA9> -> é}. A run that is not valid UTF-8
 * as a whole becomes one U+FFFD per byte, so no part of a run is final before it ends.
 */
public record ByteFallback() implements Decoder {

    @Override
    public TokenSink onto(TokenSink next) {
        return new WholeTokens() {
            private final ByteArrayOutputStream run = new ByteArrayOutputStream();

            @Override
            void token(String token) {
                int value = byteOf(token);
                if (value >= 0) {
                    run.write(value);
                } else {
                    endRun();
                    emit(token);
                }
            }

            private void endRun() {
                if (run.size() > 0) {
                    try {
                        emit(
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .decode(ByteBuffer.wrap(run.toByteArray()))
                                        .toString());
                    } catch (CharacterCodingException e) {
                        for (int i = 0; i < run.size(); i++) {
                            emit("\uFFFD");
                        }
                    }
                    run.reset();
                }
            }

            private void emit(String token) {
                next.text(token);
                next.end();
            }

            @Override
            public void finish() {
                endRun();
                next.finish();
            }
        };
    }

    /** {@code <0x0A> -> 10}; -1 if the token is not a byte token. */
    static int byteOf(String token) {
        if (token.length() != 6 || !token.startsWith("<0x") || token.charAt(5) != '>') {
            return -1;
        }
        int high = Character.digit(token.charAt(3), 16);
        int low = Character.digit(token.charAt(4), 16);
        return high < 0 || low < 0 || token.charAt(3) > 'f' || token.charAt(4) > 'f'
                ? -1
                : high << 4 | low;
    }

    @Override
    public TokenBytes bytes(TokenBytes token) {
        int value = token.bytes().isPresent() ? -1 : byteOf(token.text());
        return value < 0 ? token : TokenBytes.ofBytes((byte) value);
    }
}
