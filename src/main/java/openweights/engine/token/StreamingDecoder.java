package openweights.engine.token;

import java.util.function.IntFunction;
import openweights.engine.token.decoder.Decoder;
import openweights.engine.token.decoder.TokenSink;

/**
 * Decodes ids one at a time and gives out only what later ids cannot change: never half a
 * character. All parts joined, {@link #finish} included, are the text of all ids. Not for several
 * threads at once.
 */
public final class StreamingDecoder {

    private final IntFunction<String> tokens;
    private final StringBuilder out = new StringBuilder();
    private final TokenSink sink;

    /**
     * @param tokens the token of an id, or null for one to leave out
     */
    StreamingDecoder(IntFunction<String> tokens, Decoder decoder) {
        this.tokens = tokens;
        this.sink = decoder.onto(new Collector());
    }

    /** Takes an id and returns the text that is certain now; it may be empty. */
    public String put(int id) {
        add(id);
        return take();
    }

    /** Returns the rest, and ends the stream. */
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

    /** Where the decoder's last step puts its text. */
    private final class Collector implements TokenSink {
        @Override
        public void text(String fragment) {
            out.append(fragment);
        }

        @Override
        public void end() {
            // Tokens are joined.
        }

        @Override
        public void finish() {
            // The text is taken by whoever finishes.
        }
    }
}
