package openweights.engine.token.decoder;

/** The decoder of a file without one, a space between tokens: {@code a | b -> "a b"}. */
public record Spaced() implements Decoder {

    @Override
    public TokenSink onto(TokenSink next) {
        return new WholeTokens() {
            private boolean any;

            @Override
            void token(String token) {
                next.text(any ? " " + token : token);
                next.end();
                any = true;
            }

            @Override
            public void finish() {
                next.finish();
            }
        };
    }
}
