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
import openweights.engine.token.json.TokenizerJson.Merge;
import openweights.engine.token.text.Text;

/**
 * Learns a byte-level BPE: joins the commonest pair of neighbors, again and again.
 *
 * <pre>{@code
 * TrainedBpe trained = BpeTrainer.train(texts, List.of("<s>", "</s>"), 512);
 * trained.write(folder.resolve("tokenizer.json"));
 * }</pre>
 *
 * <p>Of pairs equally common the one whose tokens came first is joined, as in Python's tokenizers,
 * so that the same texts give the same file. The pairs are counted anew for each merge: that is
 * plain to read, and quick while the texts have some thousand different words.
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
     * Learns from texts.
     *
     * @param special tokens that never come from a text; they get the first ids
     * @param size the largest vocabulary; it stays smaller if every word is one token before
     * @throws IllegalArgumentException if the size does not suffice for the bytes
     */
    public static TrainedBpe train(Stream<String> texts, List<String> special, int size) {
        List<String> first = TrainedBpe.firstTokens(special);
        if (size < first.size()) {
            throw new IllegalArgumentException(
                    "A vocabulary of %d tokens is too small: the bytes and the special tokens are %d. Make it larger."
                            .formatted(size, first.size()));
        }
        BpeTrainer trainer = new BpeTrainer(new ArrayList<>(first), count(texts));
        while (trainer.tokens.size() < size && trainer.merge()) {
            // One merge after the other.
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
    /** Joins the commonest pair; false if every word is one token already. */
    private boolean merge() {
        Optional<Pair> commonest = commonest();
        commonest.ifPresent(this::join);
        return commonest.isPresent();
    }

    private Optional<Pair> commonest() {
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
