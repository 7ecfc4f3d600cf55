package openweights.engine.token.bpe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers the tokens of pieces that come again and again; bounded, and emptied when full. */
final class WordCache {

    private static final int MAX_WORDS = 1 << 16;

    /** Longer pieces seldom come twice. */
    private static final int MAX_LENGTH = 64;

    private final Map<String, Word> words = new ConcurrentHashMap<>();

    /** The tokens of {@code piece}, if it is remembered; else null. */
    @Nullable Word get(String piece) {
        return words.get(piece);
    }

    void put(String piece, Word word) {
        if (piece.length() > MAX_LENGTH) {
            return;
        }
        if (words.size() >= MAX_WORDS) {
            words.clear();
        }
        words.put(piece, word);
    }
}
