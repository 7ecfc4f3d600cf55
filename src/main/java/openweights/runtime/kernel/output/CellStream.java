package openweights.runtime.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** {@code System.out} or {@code System.err} of cells. No cell can close it for those after it. */
public final class CellStream extends PrintStream {

    /**
     * @param text receives what is printed
     */
    public CellStream(Consumer<String> text) {
        super(new Decoder(text), false, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        flush();
    }

    /** Hands bytes on as text; those of an incomplete character wait for the rest of it. */
    private static final class Decoder extends OutputStream {

        private static final int MOST_OF_A_CHARACTER = 3;

        private final Consumer<String> text;
        private final byte[] waiting = new byte[MOST_OF_A_CHARACTER];
        private int count;
        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);

        Decoder(Consumer<String> text) {
            this.text = text;
        }

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            ByteBuffer in = ByteBuffer.allocate(count + length);
            in.put(waiting, 0, count).put(bytes, from, length).flip();
            CharBuffer out = CharBuffer.allocate(in.remaining());
            decoder.reset().decode(in, out, false);
            count = in.remaining();
            in.get(waiting, 0, count);
            if (out.position() > 0) {
                text.accept(out.flip().toString());
            }
        }
    }
}
