package openweights.engine.model.family;

import java.util.Map;
import openweights.engine.math.Attention;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.GatedFeedForward;
import openweights.engine.model.layer.Gating;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * gpt-oss: experts with biases and a clamped gate, a sink in the attention of each head, and a
 * sliding window in every other layer.
 */
public record GptOss(
        Llama llama,
        LayerTypes layers,
        int numLocalExperts,
        int numExpertsPerTok,
        float swigluAlpha,
        float swigluLimit)
        implements Family {

    private static final double THETA = 150_000;

    private static final Map<String, Object> PARAMETERS =
            Map.of(
                    "rope_type", "yarn",
                    "factor", 32,
                    "beta_fast", 32,
                    "beta_slow", 1,
                    "truncate", false,
                    "original_max_position_embeddings", 4096);

    public GptOss {
        ExpertTensors.require(numExpertsPerTok, numLocalExperts);
    }

    public static GptOss read(Keys keys) {
        boolean given = keys.has("rope_parameters") || keys.has("rope_scaling");
        Keys all =
                (given ? keys : keys.without("rope_parameters", "rope_scaling"))
                        .without("mlp_bias")
                        .otherwise("num_key_value_heads", 8)
                        .otherwise("head_dim", 64)
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 131072)
                        .otherwise("sliding_window", 128)
                        .otherwise("attention_bias", true);
        all.require("silu", "hidden_act");
        all.use("experts_per_token", "initial_context_length"); // beside the usual names
        Llama llama = Llama.read(given ? all : all.otherwise("rope_parameters", PARAMETERS), THETA);
        return new GptOss(
                llama,
                Gemma2.layers(all, llama.numHiddenLayers(), 2),
                all.optionalSize("num_local_experts", "num_experts").orElse(128),
                all.optionalSize("num_experts_per_tok").orElse(4),
                all.number(1.702, "swiglu_alpha"),
                all.number(7, "swiglu_limit"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer)
                        .withReach(layers.reach(layer))
                        .withSinks(tensors.vector(p + ".sinks", llama.numAttentionHeads()));
            }

            @Override
            Mlp mlp(String p, int layer) {
                return Experts.of(
                        linear(p + ".router", numLocalExperts, llama.hiddenSize(), true),
                        new Router.SoftmaxOfBest(numExpertsPerTok),
                        tensors.alike(numLocalExperts, e -> expert(p + ".experts", e)));
            }

            private GatedFeedForward expert(String p, int e) {
                int inner = llama.intermediateSize();
                return new GatedFeedForward(
                        slice(p + ".gate_up_proj", e, 2 * inner, llama.hiddenSize()),
                        slice(p + ".down_proj", e, llama.hiddenSize(), inner),
                        new Gating.Clamped(swigluAlpha, swigluLimit));
            }

            private Linear slice(String name, int e, int outputs, int inputs) {
                return new Linear(
                        tensors.transposedSlice(name, e, numLocalExperts, outputs, inputs),
                        tensors.vector(name + "_bias", e, numLocalExperts, outputs));
            }
        }.build();
    }
}
