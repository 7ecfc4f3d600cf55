package openweights.engine.token;

import java.util.function.IntFunction;
import openweights.engine.token.decoder.Decoder;
import openweights.engine.token.decoder.TokenSink;

/**
 * Decodes ids one at a time and returns only text that later ids cannot change: never half a
 * character. All parts together, {@link #finish} included, are the text of all ids. Not
 * thread-safe.
 */
public final class StreamingDecoder {

    private final IntFunction<String> tokens;
    private final StringBuilder out = new StringBuilder();
    private final TokenSink sink;

    /**
     * @param tokens the token of an id, or null for an id to omit
     */
    StreamingDecoder(IntFunction<String> tokens, Decoder decoder) {
        this.tokens = tokens;
        this.sink = decoder.onto(new Collector());
    }

    /** Takes an id and returns the text that is now final; it may be empty. */
    public String put(int id) {
        add(id);
        return take();
    }

    /** Returns the remaining text and ends the stream. */
    public String finish() {
        sink.finish();
        return take();
    }

    void add(int id) {
        String token = tokens.apply(id);
        if (token != null) {
            sink.text(token);
            sink.end();
        }
    }

    private String take() {
        String text = out.toString();
        out.setLength(0);
        return text;
    }

    /** Receives the text of the decoder's last step. */
    private final class Collector implements TokenSink {
        @Override
        public void text(String fragment) {
            out.append(fragment);
        }

        @Override
        public void end() {
            // The texts of tokens are concatenated.
        }

        @Override
        public void finish() {
            // StreamingDecoder.finish() takes the text.
        }
    }
}
