package openweights.engine.token.decoder;

/** Joins all tokens into one: {@code a | b -> ab}. It matters for the following steps. */
public record Fuse() implements Decoder {

    @Override
    public TokenSink onto(TokenSink next) {
        return new TokenSink() {
            @Override
            public void text(String fragment) {
                next.text(fragment);
            }

            @Override
            public void end() {
                // The single token continues.
            }

            @Override
            public void finish() {
                next.end();
                next.finish();
            }
        };
    }
}
