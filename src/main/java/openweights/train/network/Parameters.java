package openweights.train.network;

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
    private final List<Layer> layers = new ArrayList<>();
    private final Parameter embedding;
    private final Parameter norm;

    public Parameters(Shape shape) {
        int d = shape.hiddenSize();
        embedding = add("model.embed_tokens.weight", shape.vocabSize(), d);
        for (int i = 0; i < shape.numHiddenLayers(); i++) {
            layers.add(layer("model.layers." + i + ".", shape));
        }
        norm = add("model.norm.weight", 1, d);
    }

    private Layer layer(String p, Shape shape) {
        int d = shape.hiddenSize();
        int keys = shape.numKeyValueHeads() * shape.headSize();
        Parameter attentionNorm = add(p + "input_layernorm.weight", 1, d);
        Parameter q = add(p + "self_attn.q_proj.weight", d, d);
        Parameter k = add(p + "self_attn.k_proj.weight", keys, d);
        Parameter v = add(p + "self_attn.v_proj.weight", keys, d);
        Parameter output = add(p + "self_attn.o_proj.weight", d, d);
        Parameter mlpNorm = add(p + "post_attention_layernorm.weight", 1, d);
        Parameter gate = add(p + "mlp.gate_proj.weight", shape.intermediateSize(), d);
        Parameter up = add(p + "mlp.up_proj.weight", shape.intermediateSize(), d);
        Parameter down = add(p + "mlp.down_proj.weight", d, shape.intermediateSize());
        return new Layer(
                attentionNorm, together(q, k, v), output, mlpNorm, together(gate, up), down);
    }

    private Parameter add(String name, int rows, int columns) {
        Parameter parameter = new Parameter(name, rows, columns, size());
        all.add(parameter);
        return parameter;
    }

    private static Parameter together(Parameter... parts) {
        int rows = 0;
        for (Parameter part : parts) {
            rows += part.rows();
        }
        Parameter first = parts[0];
        return new Parameter(first.name(), rows, first.columns(), first.at());
    }

    /** The tensors in the order of the array, under the names that Llama's files use. */
    public List<Parameter> all() {
        return Collections.unmodifiableList(all);
    }

    /** How long the array is, filling included. */
    public int size() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).end();
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
