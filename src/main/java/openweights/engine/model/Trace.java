package openweights.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openweights.engine.model.layer.ActivationHook;
import openweights.engine.model.layer.Rows;

/**
 * Every activation of one forward pass, by name.
 *
 * <pre>{@code
 * Trace trace = new Trace();
 * model.forward(ids, model.newState(), trace);
 * trace.names();
 * float[][] queries = trace.get("layers.0.attention.q"); // [T][H hd]
 * float[][] weights = trace.attention(0, 3); // [T][n], head 3 of layer 0
 * }</pre>
 *
 * <p>In the order of the pass: {@code embedding}; in each layer {@code attention.norm}, {@code
 * attention.q}, {@code .k}, {@code .v}, what the family makes of queries and keys ({@code
 * attention.q.turned} and {@code attention.k.turned} with rotary positions, likewise {@code
 * .normed}, {@code .clipped}, {@code .scaled}), {@code attention.weights}, {@code attention.mixed},
 * {@code attention.output}, {@code middle} (the residual stream after attention), {@code mlp.norm},
 * {@code mlp.router} or {@code mlp.gate}, {@code mlp.up}, {@code mlp.inner}, then {@code
 * mlp.output}, in the smaller Gemma 4 {@code per_layer.output}, {@code output} (the residual stream
 * after the layer); at last {@code norm} and {@code logits}. A layer with linear attention shows
 * only what it mixes. A later pass overwrites the activations of an earlier one.
 */
public final class Trace implements ActivationHook {

    private final Map<String, Rows> seen = new LinkedHashMap<>();

    @Override
    public void see(String name, Rows rows) {
        seen.put(name, rows.copy());
    }

    /** The names of all activations, in the order of the pass. */
    public Set<String> names() {
        return Collections.unmodifiableSet(seen.keySet());
    }

    /**
     * A row for each token.
     *
     * @throws IllegalArgumentException if no activation has this name
     */
    public float[][] get(String name) {
        return rows(name).toArray();
    }

    /**
     * The attention weights of a head: how much each token attends to each position, [T][n]; each
     * row sums to 1.
     *
     * @param head from 0 to H - 1
     */
    public float[][] attention(int layer, int head) {
        Rows all = rows("layers." + layer + ".attention.weights"); // [T H, n]
        int tokens = rows("embedding").count();
        int heads = all.count() / tokens;
        if (head < 0 || head >= heads) {
            throw new IllegalArgumentException(
                    "There is no head " + head + ". The heads are 0 to " + (heads - 1) + ".");
        }
        return new Rows(all.data(), head * all.width(), heads * all.width(), tokens, all.width())
                .toArray();
    }

    private Rows rows(String name) {
        Rows rows = seen.get(name);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "There is no activation \""
                            + name
                            + "\". There are: "
                            + String.join(", ", seen.keySet())
                            + ".");
        }
        return rows;
    }
}
