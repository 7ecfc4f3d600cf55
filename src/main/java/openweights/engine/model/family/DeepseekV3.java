package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.LatentProjection;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.RotaryEmbedding;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * DeepSeek V3 and R1: latent attention, whose queries, keys and values come from short vectors;
 * many small experts, chosen by groups, and one that every token uses, in all but the first layers.
 *
 * @param llama headDim is what a head's query and key have in all
 * @param qLoraRank size of the short vector of queries; 0 if there is none
 * @param kvLoraRank size of the short vector of keys and values
 * @param qkRopeHeadDim how many numbers of a head are rotated
 * @param scoreScale factor of the scores
 */
public record DeepseekV3(
        Llama llama,
        int qLoraRank,
        int kvLoraRank,
        int qkRopeHeadDim,
        int vHeadDim,
        float scoreScale,
        boolean ropeInterleave,
        RopeParameters rope,
        int firstKDenseReplace,
        int numNextnPredictLayers,
        DeepseekExperts experts)
        implements Family {

    private static final float LATENT_EPSILON = 1e-6f;

    /** Far above any released model. */
    private static final int MAX_PREDICTING = 64;

    public static DeepseekV3 read(Keys keys) {
        int rotated = keys.optionalSize("qk_rope_head_dim").orElse(64);
        int fixed = keys.optionalSize("qk_nope_head_dim").orElse(128);
        keys.use("qk_head_dim", "num_key_value_heads"); // follow from others
        requireHead(keys, rotated);
        Keys all =
                keys.without("mlp_bias", "head_dim", "num_key_value_heads")
                        .otherwise("head_dim", fixed + rotated)
                        .otherwise("max_position_embeddings", 4096)
                        .otherwise("q_lora_rank", 1536);
        return read(all, RopeReader.whole(all, 1e4), fixed, rotated);
    }

    /** Reads the keys of a family with other rotations. */
    public static DeepseekV3 read(Keys all, RopeParameters rope, int fixed, int rotated) {
        rope.requireFits(rotated);
        return new DeepseekV3(
                Llama.read(all, "hidden_act", RopeParameters.of(1e4)),
                all.optionalSize("q_lora_rank").orElse(0),
                all.optionalSize("kv_lora_rank").orElse(512),
                rotated,
                all.optionalSize("v_head_dim").orElse(128),
                (float) (RopeReader.magnitude(all) / Math.sqrt(fixed + rotated)),
                all.flag(true, "rope_interleave"),
                rope,
                all.count(3, "first_k_dense_replace"),
                predicting(all),
                DeepseekExperts.read(all));
    }

    /** Transformers takes this key for the size of what is rotated, and fails if it is another. */
    static void requireHead(Keys keys, int size) {
        if (keys.optionalSize("head_dim").orElse(size) != size) {
            throw keys.wrong("head_dim", size + ", which follows from qk_rope_head_dim");
        }
    }

    private static int predicting(Keys keys) {
        int layers = keys.count(1, "num_nextn_predict_layers", "num_mtp_layers");
        if (layers > MAX_PREDICTING) {
            throw keys.wrong("num_nextn_predict_layers", "at most " + MAX_PREDICTING);
        }
        return layers;
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions()
                .withInner(Math.max(experts.inner(), experts.inner() * experts.shared()));
    }

    @Override
    public Network network(Tensors tensors) {
        for (int i = 0; i < numNextnPredictLayers; i++) { // predict further tokens in training
            tensors.ignored("model.layers." + (llama.numHiddenLayers() + i) + ".*");
        }
        return new Builder(tensors).build();
    }

    /** What Mistral 4 has in common with DeepSeek V3. */
    class Builder extends LlamaNetwork {

        private final QkvStep rotation =
                new QkvStep.Rotation(
                        new RotaryEmbedding(
                                rope,
                                qkRopeHeadDim,
                                DeepseekV3.this.llama.maxPositionEmbeddings(),
                                ropeInterleave ? Rope.Layout.NEIGHBORS : Rope.Layout.HALVES),
                        DeepseekV3.this.llama.headDim() - qkRopeHeadDim);

        Builder(Tensors tensors) {
            super(DeepseekV3.this.llama, tensors);
        }

        @Override
        boolean qkvBias() {
            return false;
        }

        @Override
        QkvProjection projection(String p) {
            int d = llama.hiddenSize();
            int heads = llama.numAttentionHeads();
            boolean bias = llama.attentionBias();
            int queries = heads * llama.headDim();
            int own = llama.headDim() - qkRopeHeadDim + vHeadDim;
            boolean latent = qLoraRank > 0;
            return new LatentProjection(
                    latent ? linear(p + ".q_a_proj", qLoraRank, d, bias) : null,
                    latent ? latentNorm(p + ".q_a_layernorm", qLoraRank) : new Norm.None(d),
                    latent
                            ? linear(p + ".q_b_proj", queries, qLoraRank, false)
                            : linear(p + ".q_proj", queries, d, false),
                    linear(p + ".kv_a_proj_with_mqa", kvLoraRank + qkRopeHeadDim, d, bias),
                    latentNorm(p + ".kv_a_layernorm", kvLoraRank),
                    linear(p + ".kv_b_proj", heads * own, kvLoraRank, false));
        }

        private Norm latentNorm(String name, int size) {
            return new Norm.Rms(tensors.vector(name + ".weight", size), LATENT_EPSILON);
        }

        @Override
        List<QkvStep> steps(String p, int layer) {
            return List.of(rotation);
        }

        @Override
        Attention scores(String p, int layer) {
            return super.scores(p, layer).withValueSize(vHeadDim).withScale(scoreScale);
        }

        @Override
        Mlp mlp(String p, int layer) {
            return layer < firstKDenseReplace
                    ? super.mlp(p, layer)
                    : experts.read(this, p, router(p + ".gate"));
        }

        Router router(String p) {
            return experts.router(
                    false, experts.correction(tensors, p + ".e_score_correction_bias"));
        }
    }
}
