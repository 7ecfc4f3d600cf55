package openweights.engine.train.lora;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import openweights.base.UserException;

/**
 * The settings of an adapter. Beside each target matrix W, which stays frozen, two low-rank
 * matrices are trained: {@code W + alpha / rank * B A}. Source: Hu and others, LoRA: Low-Rank
 * Adaptation of Large Language Models, 2021.
 *
 * @param rank the rows of A and the columns of B
 * @param alpha the scale of B A, times the rank
 * @param targets the target modules: ends of their names, such as {@code q_proj} or {@code
 *     self_attn.q_proj}, or whole names
 */
public record LoraConfig(int rank, double alpha, Set<String> targets) {

    /** All matrices of a layer, the usual choice today. */
    public static final Set<String> ALL_LINEAR =
            Set.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

    public LoraConfig {
        if (rank < 1) {
            throw new UserException(
                    "The rank of an adapter is " + rank + "; use 1 or more, such as 8.");
        }
        if (!(alpha > 0) || Double.isInfinite(alpha)) {
            throw new UserException(
                    "alpha is " + alpha + "; use a number above zero, such as twice the rank.");
        }
        if (targets.isEmpty()) {
            throw new UserException(
                    "An adapter needs target modules, such as " + List.of("q_proj", "v_proj"));
        }
        targets = new TreeSet<>(targets);
    }

    /** An adapter for all matrices of all layers, with an alpha of twice the rank. */
    public static LoraConfig ofRank(int rank) {
        return new LoraConfig(rank, 2.0 * rank, ALL_LINEAR);
    }

    /** The same for other target modules. */
    public LoraConfig on(String... names) {
        return new LoraConfig(rank, alpha, Set.of(names));
    }

    /** The factor of B A. */
    public float scale() {
        return (float) (alpha / rank);
    }

    /** Whether the targets name a module, by its whole name or by the end of it. */
    boolean names(String module) {
        return targets.stream().anyMatch(t -> module.equals(t) || module.endsWith("." + t));
    }
}
