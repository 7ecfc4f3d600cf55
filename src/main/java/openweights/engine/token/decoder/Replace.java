package openweights.engine.token.decoder;

import openweights.engine.token.json.Part;
import openweights.engine.token.json.Patterns;
import openweights.engine.token.text.Finder;

/** Replaces each match within a token; ▁ by a space: {@code ▁a -> ␣a}. */
public record Replace(Finder pattern, String content) implements Decoder {

    static Replace read(Part part) {
        return new Replace(Patterns.read(part.child("pattern")), part.text("content"));
    }

    @Override
    public TokenSink onto(TokenSink next) {
        return new WholeTokens() {
            @Override
            void token(String token) {
                next.text(replaced(token));
                next.end();
            }

            @Override
            public void finish() {
                next.finish();
            }
        };
    }

    private String replaced(String token) {
        Finder.Matches matches = pattern.in(token);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (matches.next()) {
            result.append(token, done, matches.start()).append(content);
            done = matches.end();
        }
        return done == 0 && result.length() == 0
                ? token
                : result.append(token, done, token.length()).toString();
    }

    @Override
    public TokenBytes bytes(TokenBytes token) {
        return token.bytes().isPresent() ? token : TokenBytes.ofText(replaced(token.text()));
    }
}
