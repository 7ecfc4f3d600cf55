package openweights.engine.token.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.token.json.TokenizerJson.Merge;
import openweights.engine.token.text.Text;

/**
 * Trains a byte-level BPE: repeatedly merges the most frequent pair of adjacent tokens.
 *
 * <pre>{@code
 * TrainedBpe trained = BpeTrainer.train(texts, List.of("<s>", "</s>"), 512);
 * trained.write(folder.resolve("tokenizer.json"));
 * }</pre>
 *
 * <p>Of equally frequent pairs, the one with the lowest ids is merged, as in Python's tokenizers,
 * so that the same texts give the same file. Pairs are counted anew for each merge: that is easy to
 * read, and fast enough for a few thousand different words.
 */
public final class BpeTrainer {

    private record Pair(int left, int right) {
        static final Comparator<Pair> FIRST =
                Comparator.comparingInt(Pair::left).thenComparingInt(Pair::right);
    }

    /** A word as tokens, and how often it occurs. */
    private record Word(int[] tokens, long count) {}

    private final List<String> tokens;
    private final List<Merge> merges = new ArrayList<>();
    private List<Word> words;

    private BpeTrainer(List<String> tokens, Map<String, Long> counts) {
        this.tokens = tokens;
        Map<String, Integer> ids = new HashMap<>();
        tokens.forEach(token -> ids.put(token, ids.size()));
        words =
                counts.entrySet().stream()
                        .map(word -> new Word(spell(word.getKey(), ids), word.getValue()))
                        .toList();
    }

    /**
     * Trains on texts.
     *
     * @param special tokens that no text contains; they get the first ids
     * @param size the maximum size of the vocabulary; it stays smaller if every word becomes one
     *     token
     * @throws UserException if the size is too small for the bytes and special tokens
     */
    public static TrainedBpe train(Stream<String> texts, List<String> special, int size) {
        List<String> first = TrainedBpe.firstTokens(special);
        if (size < first.size()) {
            throw new UserException(
                    "A vocabulary of "
                            + size
                            + " tokens is too small: bytes and special tokens alone are "
                            + first.size()
                            + ". Make it larger.");
        }
        BpeTrainer trainer = new BpeTrainer(new ArrayList<>(first), count(texts));
        while (trainer.tokens.size() < size && trainer.merge()) {
            // merge() does the work
        }
        return new TrainedBpe(special, trainer.merges);
    }

    private static Map<String, Long> count(Stream<String> texts) {
        Map<String, Long> counts = new TreeMap<>();
        texts.forEach(
                text ->
                        TrainedBpe.PRE_TOKENIZER.split(
                                Text.of(text), word -> counts.merge(word.chars(), 1L, Long::sum)));
        return counts;
    }

    private static int[] spell(String word, Map<String, Integer> ids) {
        return word.chars().map(c -> ids.get(String.valueOf((char) c))).toArray();
    }

    // @start region="merge"
    /** Merges the most frequent pair; false if every word is already one token. */
    private boolean merge() {
        Optional<Pair> mostFrequent = mostFrequent();
        mostFrequent.ifPresent(this::join);
        return mostFrequent.isPresent();
    }

    private Optional<Pair> mostFrequent() {
        Map<Pair, Long> counts = new HashMap<>();
        for (Word word : words) {
            for (int i = 0; i + 1 < word.tokens.length; i++) {
                counts.merge(new Pair(word.tokens[i], word.tokens[i + 1]), word.count, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .min(
                        Map.Entry.<Pair, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey(Pair.FIRST)))
                .map(Map.Entry::getKey);
    }

    // @end

    private void join(Pair pair) {
        Merge merge = new Merge(tokens.get(pair.left), tokens.get(pair.right));
        int id = tokens.size();
        merges.add(merge);
        tokens.add(merge.left() + merge.right());
        words =
                words.stream()
                        .map(word -> new Word(joined(word.tokens, pair, id), word.count))
                        .toList();
    }

    private static int[] joined(int[] word, Pair pair, int id) {
        int[] shorter = new int[word.length];
        int length = 0;
        for (int i = 0; i < word.length; i++) {
            boolean found =
                    i + 1 < word.length && word[i] == pair.left && word[i + 1] == pair.right;
            shorter[length++] = found ? id : word[i];
            i += found ? 1 : 0;
        }
        return Arrays.copyOf(shorter, length);
    }
}
