package openweights.engine.train.lora;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an adapter is built. Beside each chosen matrix W, which stays as it is, two thin ones learn:
 * {@code W + alpha / rank * B A}. Source: Hu and others, LoRA: Low-Rank Adaptation of Large
 * Language Models, 2021.
 *
 * @param rank the rows of A and the columns of B
 * @param alpha how much of B A counts, times the rank
 * @param targets the matrices' names without their layer, such as {@code q_proj}
 */
public record LoraConfig(int rank, double alpha, Set<String> targets) {

    /** All matrices of a layer, as most people choose today. */
    public static final Set<String> ALL_LINEAR =
            Set.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

    public LoraConfig {
        if (rank < 1) {
            throw new IllegalArgumentException(
                    "An adapter of rank " + rank + " holds nothing. Take 1 or more, such as 8.");
        }
        if (!(alpha > 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException(
                    "alpha is " + alpha + "; take a number above zero, such as twice the rank.");
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "An adapter needs matrices to adapt, such as " + List.of("q_proj", "v_proj"));
        }
        targets = new TreeSet<>(targets);
    }

    /** On all matrices of all layers, with an alpha of twice the rank. */
    public static LoraConfig ofRank(int rank) {
        return new LoraConfig(rank, 2.0 * rank, ALL_LINEAR);
    }

    /** The same on other matrices. */
    public LoraConfig on(String... names) {
        return new LoraConfig(rank, alpha, Set.of(names));
    }

    /** What B A is multiplied with. */
    public float scale() {
        return (float) (alpha / rank);
    }
}
