package openweights.engine.token.decoder;

/** Makes one token of all: {@code a | b -> ab}. It matters for the steps behind it. */
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
                // The one token goes on.
            }

            @Override
            public void finish() {
                next.end();
                next.finish();
            }
        };
    }
}
