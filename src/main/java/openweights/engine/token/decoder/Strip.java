package openweights.engine.token.decoder;

import openweights.engine.token.json.Part;

/**
 * Removes a character at the ends of each token; one space at the start: {@code ␣␣a -> ␣a}.
 *
 * @param start how many to remove at the start at most
 * @param stop how many to remove at the end at most
 */
public record Strip(int content, int start, int stop) implements Decoder {

    static Strip read(Part part) {
        return new Strip(part.codePoint("content"), part.number("start"), part.number("stop"));
    }

    @Override
    public TokenSink onto(TokenSink next) {
        return new TokenSink() {
            private int removable = start;

            /** Copies of the character that may turn out to be the token's last. */
            private int held;

            @Override
            public void text(String fragment) {
                StringBuilder certain = new StringBuilder(fragment.length());
                fragment.codePoints().forEach(c -> add(c, certain));
                if (certain.length() > 0) {
                    next.text(certain.toString());
                }
            }

            private void add(int codePoint, StringBuilder certain) {
                if (codePoint != content) {
                    release(held, certain);
                    removable = 0;
                    certain.appendCodePoint(codePoint);
                } else if (removable > 0) {
                    removable--;
                } else {
                    held++;
                    release(held - stop, certain);
                }
            }

            private void release(int count, StringBuilder certain) {
                for (int i = 0; i < count; i++) {
                    certain.appendCodePoint(content);
                    held--;
                }
            }

            @Override
            public void end() {
                held = 0;
                removable = start;
                next.end();
            }

            @Override
            public void finish() {
                next.finish();
            }
        };
    }
}
