package openweights.engine.token.bpe;

import java.util.Arrays;

/** Finds tokens of a single character without creating strings. */
final class CharacterIds {

    /** Covers the byte-level alphabet and most of Latin. */
    private final int[] low = new int[0x180];

    private final LongTable high;

    CharacterIds(Vocabulary vocabulary) {
        Arrays.fill(low, -1);
        high = new LongTable(vocabulary.size());
        vocabulary
                .ids()
                .forEach(
                        (token, id) -> {
                            if (token.codePointCount(0, token.length()) == 1) {
                                put(token.codePointAt(0), id);
                            }
                        });
    }

    private void put(int codePoint, int id) {
        if (codePoint < low.length) {
            low[codePoint] = id;
        } else {
            high.put(codePoint, id);
        }
    }

    /** The id of the token that is this character, or -1. */
    int of(int codePoint) {
        return codePoint < low.length ? low[codePoint] : (int) high.get(codePoint);
    }

    boolean has(int codePoint) {
        return of(codePoint) >= 0;
    }
}
