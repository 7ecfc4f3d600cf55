package openweights.engine.model.family;

import java.util.List;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.DeltaHeads;
import openweights.engine.model.layer.DeltaRule;
import openweights.engine.model.layer.GatedDeltaNet;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;
import openweights.engine.model.layer.TokenMixer;

/**
 * Qwen 3.5 without experts, and the text part of its multimodal models: linear attention in three
 * of four layers, in the fourth attention with gates of its results, of which a quarter of each
 * head is rotated.
 *
 * @param linear which layers have linear attention
 * @param heads of linear attention
 */
public record Qwen35(Llama llama, List<Boolean> linear, DeltaHeads heads) implements Family {

    /** Numbers of a token, and in all matrices of a layer: far above any released model. */
    private static final int MAX_WIDTH = 1 << 24;

    private static final int MAX_STATE = 1 << 28;

    public static Qwen35 read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("vocab_size", 248320)
                        .otherwise("hidden_size", 4096)
                        .otherwise("intermediate_size", 12288)
                        .otherwise("num_hidden_layers", 32)
                        .otherwise("num_attention_heads", 16)
                        .otherwise("num_key_value_heads", 4)
                        .otherwise("head_dim", 256)
                        .otherwise("max_position_embeddings", 32768);
        // Axes of pictures; in a text all three are the same.
        all.section("rope_parameters")
                .ifPresent(rope -> rope.use("mrope_section", "mrope_interleaved"));
        Llama llama = Llama.read(all, "hidden_act", RopeReader.partial(all, 1e4, 0.25));
        int interval = all.optionalSize("full_attention_interval").orElse(4);
        return new Qwen35(
                llama,
                LayerTypes.readLinear(all, llama.numHiddenLayers(), i -> (i + 1) % interval != 0),
                heads(all));
    }

    private static DeltaHeads heads(Keys all) {
        DeltaHeads heads =
                new DeltaHeads(
                        all.optionalSize("linear_num_key_heads").orElse(16),
                        all.optionalSize("linear_num_value_heads").orElse(32),
                        all.optionalSize("linear_key_head_dim").orElse(128),
                        all.optionalSize("linear_value_head_dim").orElse(128),
                        all.optionalSize("linear_conv_kernel_dim").orElse(4));
        if (heads.values() % heads.keys() != 0) {
            throw all.wrong("linear_num_value_heads", "a multiple of linear_num_key_heads");
        }
        long widest = Math.max((long) heads.keySize() * heads.keys(), heads.kernel());
        if (Math.max(widest, (long) heads.valueSize() * heads.values()) > MAX_WIDTH
                || (long) heads.keySize() * heads.valueSize() * heads.values() > MAX_STATE) {
            throw all.wrong("linear_value_head_dim", "smaller heads of linear attention");
        }
        return heads;
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        tensors.ignored("mtp.*"); // predicts several tokens at once
        return new LlamaNetwork(llama, tensors) {
            @Override
            Norm norm(String name, int size) {
                return Norm.Rms.around1(tensors.vector(name + ".weight", size), llama.rmsNormEps());
            }

            @Override
            Block block(String p, int layer) {
                return Block.before(
                        norm(p + ".input_layernorm"),
                        linear.get(layer)
                                ? deltaNet(p + ".linear_attn")
                                : attention(p + ".self_attn", layer),
                        norm(p + ".post_attention_layernorm"),
                        mlp(p + ".mlp", layer));
            }

            @Override
            QkvProjection projection(String p) {
                int d = llama.hiddenSize();
                int queries = llama.numAttentionHeads() * llama.headDim();
                int keys = llama.numKeyValueHeads() * llama.headDim();
                return new QkvProjection.WithGates(
                        Linear.stack(
                                tensors,
                                linear(p + ".q_proj", 2 * queries, d, qkvBias()),
                                linear(p + ".k_proj", keys, d, qkvBias()),
                                linear(p + ".v_proj", keys, d, qkvBias())));
            }

            @Override
            List<QkvStep> steps(String p, int layer) {
                return List.of(headNorm(p), rotation());
            }

            private TokenMixer deltaNet(String p) {
                int d = llama.hiddenSize();
                int count = heads.values();
                Linear inputs =
                        Linear.stack(
                                tensors,
                                linear(p + ".in_proj_qkv", heads.channels(), d, false),
                                linear(p + ".in_proj_z", heads.valueWidth(), d, false),
                                linear(p + ".in_proj_b", count, d, false),
                                linear(p + ".in_proj_a", count, d, false));
                return new GatedDeltaNet(
                        heads,
                        inputs,
                        new DeltaRule(
                                heads,
                                tensors.kernels(
                                        p + ".conv1d.weight", heads.channels(), heads.kernel()),
                                llama.hiddenAct()),
                        tensors.vector(p + ".A_log", count),
                        tensors.vector(p + ".dt_bias", count),
                        new Norm.Rms(
                                tensors.vector(p + ".norm.weight", heads.valueSize()),
                                llama.rmsNormEps()),
                        linear(p + ".out_proj", d, heads.valueWidth(), false));
            }
        }.build();
    }
}
