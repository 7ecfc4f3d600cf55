package openweights.engine.model.family;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * StableLM: Llama's architecture with LayerNorm, of which a quarter of each head is rotated. Some
 * models have biases on queries, keys and values, a norm of each head, or both parts of a layer
 * side by side.
 */
public record StableLm(
        Llama llama,
        float layerNormEps,
        boolean useQkvBias,
        boolean qkLayernorm,
        boolean useParallelResidual)
        implements Family {

    public static StableLm read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .without("head_dim")
                        .otherwise("num_key_value_heads", 32)
                        .otherwise("max_position_embeddings", 4096);
        return new StableLm(
                Llama.read(all, "hidden_act", RopeReader.partial(all, 1e4, 0.25)),
                all.number(1e-5, "layer_norm_eps"),
                all.flag(false, "use_qkv_bias"),
                all.flag(false, "qk_layernorm"),
                all.flag(false, "use_parallel_residual"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Norm norm(String name, int size) {
                return Norm.Layer.read(tensors, name, size, layerNormEps);
            }

            @Override
            boolean qkvBias() {
                return useQkvBias;
            }

            @Override
            List<QkvStep> steps(String p, int layer) {
                return qkLayernorm
                        ? List.of(
                                new QkvStep.HeadNorm(
                                        norms(p + ".q_layernorm", llama.numAttentionHeads()),
                                        norms(p + ".k_layernorm", llama.numKeyValueHeads())),
                                rotation())
                        : List.of(rotation());
            }

            private List<Norm> norms(String p, int heads) {
                return IntStream.range(0, heads).mapToObj(h -> headNorm(p, h)).toList();
            }

            private Norm headNorm(String p, int head) {
                float[] weight = tensors.vector(p + ".norms." + head + ".weight", llama.headDim());
                return Norm.Layer.unbiased(weight, layerNormEps);
            }

            @Override
            Block block(String p, int layer) {
                if (!useParallelResidual) {
                    return super.block(p, layer);
                }
                Norm norm = norm(p + ".input_layernorm");
                return Block.before(
                                norm,
                                attention(p + ".self_attn", layer),
                                norm,
                                mlp(p + ".mlp", layer))
                        .inParallel();
            }
        }.build();
    }
}
