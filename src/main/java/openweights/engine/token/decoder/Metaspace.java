package openweights.engine.token.decoder;

import openweights.engine.token.json.Part;

/**
 * Restores spaces: {@code ▁Hey | ▁you -> Hey | ␣you}.
 *
 * @param dropFirst whether to drop the first token's marks, which the encoder added
 */
public record Metaspace(String mark, boolean dropFirst) implements Decoder {

    static Metaspace read(Part part) {
        boolean never =
                part.find("prepend_scheme").map(Part::text).orElse("").equals("never")
                        || !part.flag("add_prefix_space", true);
        return new Metaspace(Character.toString(part.codePoint("replacement")), !never);
    }

    @Override
    public TokenSink onto(TokenSink next) {
        return new TokenSink() {
            private boolean first = true;

            @Override
            public void text(String fragment) {
                next.text(fragment.replace(mark, first && dropFirst ? "" : " "));
            }

            @Override
            public void end() {
                first = false;
                next.end();
            }

            @Override
            public void finish() {
                next.finish();
            }
        };
    }

    @Override
    public TokenBytes bytes(TokenBytes token) {
        return token.bytes().isPresent()
                ? token
                : TokenBytes.ofText(token.text().replace(mark, " "));
    }
}
