package openweights.engine.gguf.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.engine.gguf.Metadata;
import openweights.engine.token.json.TokenizerJson.Merge;

/**
 * Merges that follow from scores: any two tokens whose joined text is a token merge into it, the
 * one with the highest score first, and the leftmost of equal ones. Control tokens are no result of
 * merges: a text that only spells {@code </s>} does not become it.
 *
 * @param ranks of each merge; equal where the scores are
 */
record ScoredMerges(List<Merge> merges, int[] ranks) {

    private static final String SCORES = "tokenizer.ggml.scores";

    static ScoredMerges of(Tokens tokens) {
        Metadata metadata = tokens.metadata();
        List<Double> scores = metadata.numbers(SCORES).orElseThrow(() -> metadata.missing(SCORES));
        if (scores.size() != tokens.texts().size()) {
            throw metadata.wrong(
                    SCORES, "a score for each of the " + tokens.texts().size() + " tokens");
        }
        List<Merge> merges = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        int rank = -1;
        double last = Double.NaN;
        for (int id : byScore(scores)) {
            rank = scores.get(id) == last ? rank : rank + 1;
            last = scores.get(id);
            List<Merge> splits =
                    tokens.isSpecial(id) ? List.of() : splits(tokens.texts().get(id), tokens.ids());
            for (Merge merge : splits) {
                merges.add(merge);
                ranks.add(rank);
            }
        }
        return new ScoredMerges(merges, ranks.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> byScore(List<Double> scores) {
        return IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -scores.get(id)))
                .toList();
    }

    private static List<Merge> splits(String token, Map<String, Integer> ids) {
        List<Merge> splits = new ArrayList<>();
        for (int at = token.offsetByCodePoints(0, 1);
                at < token.length();
                at = token.offsetByCodePoints(at, 1)) {
            Merge split = new Merge(token.substring(0, at), token.substring(at));
            if (ids.containsKey(split.left()) && ids.containsKey(split.right())) {
                splits.add(split);
            }
        }
        return splits;
    }
}
