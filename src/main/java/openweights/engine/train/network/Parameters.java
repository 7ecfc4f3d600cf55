package openweights.engine.train.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The layout of all tensors of a network in a single array. Matrices with the same input (queries,
 * keys, values; gate, up) share their strips, so that one product computes them together.
 */
public final class Parameters {

    /** The tensors of a layer; {@code qkv} and {@code gateUp} each combine several matrices. */
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

    public Parameters(NetworkConfig config) {
        int d = config.hiddenSize();
        embedding = matrix("model.embed_tokens.weight", config.vocabSize(), d);
        for (int i = 0; i < config.numHiddenLayers(); i++) {
            layers.add(layer("model.layers." + i + ".", config));
        }
        norm = matrix("model.norm.weight", 1, d);
    }

    private Layer layer(String p, NetworkConfig config) {
        int d = config.hiddenSize();
        int f = config.intermediateSize();
        int keys = config.numKeyValueHeads() * config.headSize();
        return new Layer(
                matrix(p + "input_layernorm.weight", 1, d),
                combined(
                        d,
                        List.of("q_proj", "k_proj", "v_proj"),
                        List.of(d, keys, keys),
                        p + "self_attn."),
                matrix(p + "self_attn.o_proj.weight", d, d),
                matrix(p + "post_attention_layernorm.weight", 1, d),
                combined(d, List.of("gate_proj", "up_proj"), List.of(f, f), p + "mlp."),
                matrix(p + "mlp.down_proj.weight", d, f));
    }

    private Parameter matrix(String name, int rows, int columns) {
        Parameter parameter = Parameter.alone(name, rows, columns, size());
        groups.add(parameter);
        all.add(parameter);
        return parameter;
    }

    private Parameter combined(int columns, List<String> names, List<Integer> rows, String p) {
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

    /** The tensors, named as in Llama's files. */
    public List<Parameter> all() {
        return Collections.unmodifiableList(all);
    }

    /** The same tensors, with those that share strips combined; together they fill the array. */
    public List<Parameter> groups() {
        return Collections.unmodifiableList(groups);
    }

    /** The groups that these tensors are in. */
    public List<Parameter> groupsOf(List<Parameter> tensors) {
        return groups.stream()
                .filter(group -> tensors.stream().anyMatch(tensor -> group.contains(tensor)))
                .toList();
    }

    /** The length of the array, padding included. */
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
