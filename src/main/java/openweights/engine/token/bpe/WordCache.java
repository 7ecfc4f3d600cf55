package openweights.engine.token.bpe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Caches the tokens of pieces that occur repeatedly; emptied when it is full. */
final class WordCache {

    private static final int MAX_WORDS = 1 << 16;

    /** Longer pieces rarely occur twice. */
    private static final int MAX_LENGTH = 64;

    private final Map<String, Word> words = new ConcurrentHashMap<>();

    /** The tokens of {@code piece}; null if it is not in the cache. */
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
