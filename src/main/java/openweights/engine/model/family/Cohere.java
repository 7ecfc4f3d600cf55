package openweights.engine.model.family;

import java.util.List;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * Command R: what Command R7B is, with rotary positions in all layers and no window. Command R+
 * also has a norm of each head's queries and keys, with gains of its own.
 */
public record Cohere(Llama llama, float layerNormEps, float logitScale, boolean useQkNorm)
        implements Family {

    public static Cohere read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("max_position_embeddings", 8192)
                        .otherwise("tie_word_embeddings", true);
        return new Cohere(
                Llama.read(all, 5e5),
                all.number(1e-5, "layer_norm_eps"),
                all.number(0.0625, "logit_scale"),
                all.flag(false, "use_qk_norm"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new Cohere2.Builder(llama, tensors, layerNormEps, logitScale) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return useQkNorm
                        ? List.of(
                                new QkvStep.HeadNorm(
                                        norms(p + ".q_norm", llama.numAttentionHeads()),
                                        norms(p + ".k_norm", llama.numKeyValueHeads())),
                                rotation())
                        : List.of(rotation());
            }

            private List<Norm> norms(String p, int heads) {
                return tensors.alike(heads, head -> headNorm(p + ".weight", head, heads));
            }

            private Norm headNorm(String name, int head, int heads) {
                float[] gains = tensors.vector(name, head, heads, llama.headDim());
                return Norm.Layer.unbiased(gains, layerNormEps);
            }
        }.build();
    }
}
