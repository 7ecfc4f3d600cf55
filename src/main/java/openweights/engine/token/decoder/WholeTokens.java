package openweights.engine.token.decoder;

/** A sink that needs each token as a whole. */
abstract class WholeTokens implements TokenSink {

    private String token = "";

    @Override
    public void text(String fragment) {
        token = token.isEmpty() ? fragment : token.concat(fragment);
    }

    @Override
    public void end() {
        String whole = token;
        token = "";
        token(whole);
    }

    abstract void token(String token);
}
