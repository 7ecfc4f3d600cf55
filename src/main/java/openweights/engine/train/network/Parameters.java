package openweights.engine.train.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All tensors of a network, one behind another in a single array. Those with the same input lie
 * side by side (queries, keys, values; gate, up), so that one product covers them.
 */
public final class Parameters {

    /** One layer's tensors; {@code qkv} and {@code gateUp} are several as one. */
    record Layer(
            Parameter attentionNorm,
            Parameter qkv,
            Parameter output,
            Parameter mlpNorm,
            Parameter gateUp,
            Parameter down) {}

    private final List<Parameter> all = new ArrayList<>();
    private final List<Parameter> groups = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private final Parameter embedding;
    private final Parameter norm;

    public Parameters(NetworkConfig shape) {
        int d = shape.hiddenSize();
        embedding = matrix("model.embed_tokens.weight", shape.vocabSize(), d);
        for (int i = 0; i < shape.numHiddenLayers(); i++) {
            layers.add(layer("model.layers." + i + ".", shape));
        }
        norm = matrix("model.norm.weight", 1, d);
    }

    private Layer layer(String p, NetworkConfig shape) {
        int d = shape.hiddenSize();
        int f = shape.intermediateSize();
        int keys = shape.numKeyValueHeads() * shape.headSize();
        return new Layer(
                matrix(p + "input_layernorm.weight", 1, d),
                together(
                        d,
                        List.of("q_proj", "k_proj", "v_proj"),
                        List.of(d, keys, keys),
                        p + "self_attn."),
                matrix(p + "self_attn.o_proj.weight", d, d),
                matrix(p + "post_attention_layernorm.weight", 1, d),
                together(d, List.of("gate_proj", "up_proj"), List.of(f, f), p + "mlp."),
                matrix(p + "mlp.down_proj.weight", d, f));
    }

    private Parameter matrix(String name, int rows, int columns) {
        Parameter parameter = Parameter.alone(name, rows, columns, size());
        groups.add(parameter);
        all.add(parameter);
        return parameter;
    }

    private Parameter together(int columns, List<String> names, List<Integer> rows, String p) {
        int sum = rows.stream().mapToInt(Integer::intValue).sum();
        Parameter group = Parameter.alone(p + String.join("|", names), sum, columns, size());
        groups.add(group);
        int first = 0;
        for (int i = 0; i < names.size(); i++) {
            all.add(group.part(p + names.get(i) + ".weight", first, rows.get(i)));
            first += rows.get(i);
        }
        return group;
    }

    /** The tensors under the names that Llama's files use. */
    public List<Parameter> all() {
        return Collections.unmodifiableList(all);
    }

    /** The same with those that lie side by side as one; they fill the array. */
    public List<Parameter> groups() {
        return Collections.unmodifiableList(groups);
    }

    /** How long the array is, filling included. */
    public int size() {
        return groups.isEmpty() ? 0 : groups.get(groups.size() - 1).end();
    }

    /** How many weights there are. */
    public long count() {
        return all.stream().mapToLong(p -> (long) p.rows() * p.columns()).sum();
    }

    Parameter embedding() {
        return embedding;
    }

    Parameter norm() {
        return norm;
    }

    List<Layer> layers() {
        return layers;
    }
}
