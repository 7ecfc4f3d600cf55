package openweights.engine.model.family;

import java.util.List;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerHeads;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Tensors;

/**
 * Gemma 4, and the text part of its multimodal models: Gemma 3 with larger heads in the layers that
 * see everything, a norm of values, and a factor of each layer. In the large models values may be
 * keys, and experts stand beside a block that all tokens use; in the small ones the last layers
 * attend to the keys of earlier ones, and each layer has a part of a second embedding.
 *
 * @param llama with the heads and rotations of layers with a window
 * @param heads of each layer
 * @param fullRope the rotations of layers that see everything
 * @param attentionKEqV whether values are keys in the layers that see everything
 * @param numKvSharedLayers how many layers, the last ones, have no keys and values of their own
 * @param useDoubleWideMlp whether those layers have a feed-forward block of double width
 * @param hiddenSizePerLayerInput the size of a layer's part of the second embedding; 0 for none
 * @param numExperts in each layer; 0 for none
 * @param finalSoftCap c of the logits; 0 for none
 */
public record Gemma4(
        Llama llama,
        LayerTypes layers,
        List<LayerHeads> heads,
        RopeParameters fullRope,
        boolean attentionKEqV,
        int numKvSharedLayers,
        boolean useDoubleWideMlp,
        int hiddenSizePerLayerInput,
        int vocabSizePerLayerInput,
        int numExperts,
        int topKExperts,
        int moeIntermediateSize,
        float finalSoftCap)
        implements Family {

    private static final RopeParameters PROPORTIONAL =
            new RopeParameters(1e6f, 1, new RopeScaling.Proportional(0.25, 1));

    /** Far above any released model. */
    private static final int MAX_PER_LAYER = 1 << 24;

    public static Gemma4 read(Keys keys) {
        Keys all = defaults(keys);
        RopeParameters sliding =
                RopeReader.ofType(all, "sliding_attention", RopeParameters.of(1e4));
        Llama llama = Llama.read(all, "hidden_activation", sliding);
        LayerTypes layers =
                LayerTypes.read(
                                all,
                                llama.numHiddenLayers(),
                                all.optionalSize("sliding_window").orElse(0),
                                i -> (i + 1) % 6 != 0 && i + 1 < llama.numHiddenLayers())
                        .lastFull();
        boolean keysAsValues = all.flag(false, "attention_k_eq_v");
        LayerHeads own = new LayerHeads(llama.headDim(), llama.numKeyValueHeads());
        LayerHeads global = LayerHeads.global(all, own, keysAsValues);
        int perLayer = all.count(256, "hidden_size_per_layer_input");
        boolean experts = all.flag(false, "enable_moe_block");
        // of parts that the model need not have
        all.use("vocab_size_per_layer_input", "num_experts", "top_k_experts");
        all.use("moe_intermediate_size");
        return new Gemma4(
                        llama,
                        layers,
                        LayerHeads.read(all, layers, own, global),
                        RopeReader.ofType(all, "full_attention", PROPORTIONAL),
                        keysAsValues,
                        all.count(0, "num_kv_shared_layers"),
                        all.flag(false, "use_double_wide_mlp"),
                        perLayer,
                        perLayer > 0 ? all.size("vocab_size_per_layer_input") : 0,
                        experts ? all.size("num_experts") : 0,
                        experts ? all.size("top_k_experts") : 0,
                        experts ? all.size("moe_intermediate_size") : 0,
                        all.number(0, "final_logit_softcapping"))
                .checked(all);
    }

    private static Keys defaults(Keys keys) {
        if (keys.text("vision", "use_bidirectional_attention").equals("all")) {
            throw keys.wrong(
                    "use_bidirectional_attention", "null or vision; the engine reads forward");
        }
        return keys.without("mlp_bias")
                .otherwise("vocab_size", 262144)
                .otherwise("hidden_size", 2304)
                .otherwise("intermediate_size", 9216)
                .otherwise("num_hidden_layers", 30)
                .otherwise("num_attention_heads", 8)
                .otherwise("num_key_value_heads", 4)
                .otherwise("head_dim", 256)
                .otherwise("hidden_activation", "gelu_pytorch_tanh")
                .otherwise("max_position_embeddings", 131072)
                .otherwise("sliding_window", 512)
                .otherwise("vocab_size_per_layer_input", 262144)
                .otherwise("tie_word_embeddings", true);
    }

    private Gemma4 checked(Keys keys) {
        for (LayerHeads each : heads) {
            llama.dimensions().withHeads(each.keyValueHeads(), each.size());
        }
        fullRope.requireFits(heads.get(heads.size() - 1).size());
        if (numExperts > 0) {
            ExpertTensors.require("top_k_experts", topKExperts, numExperts);
        }
        if ((long) hiddenSizePerLayerInput * llama.numHiddenLayers() > MAX_PER_LAYER) {
            throw keys.wrong("hidden_size_per_layer_input", "a smaller number");
        }
        if (hiddenSizePerLayerInput > 0 && vocabSizePerLayerInput < llama.vocabSize()) {
            throw keys.wrong("vocab_size_per_layer_input", "at least vocab_size");
        }
        if (numKvSharedLayers >= llama.numHiddenLayers()) {
            throw keys.wrong("num_kv_shared_layers", "fewer than num_hidden_layers");
        }
        for (int i = firstShared(); i < llama.numHiddenLayers(); i++) {
            if (source(i) == SelfAttention.OWN) {
                throw keys.wrong(
                        "num_kv_shared_layers",
                        "fewer: layer " + i + " has no earlier one like it");
            }
        }
        return this;
    }

    @Override
    public Dimensions dimensions() {
        boolean doubled = useDoubleWideMlp && numKvSharedLayers > 0;
        return llama.dimensions()
                .withWindow(layers.widest())
                .withInner(doubled ? 2 * llama.intermediateSize() : 0)
                .withInner(moeIntermediateSize);
    }

    @Override
    public Network network(Tensors tensors) {
        return new Gemma4Network(this, tensors).build();
    }

    private int firstShared() {
        return llama.numHiddenLayers() - numKvSharedLayers;
    }

    /** The layer whose keys and values a layer sees. */
    int source(int layer) {
        return layer < firstShared() ? SelfAttention.OWN : layers.lastLike(layer, firstShared());
    }

    boolean keysAreValues(int layer) {
        return attentionKEqV && !layers.slides(layer);
    }
}
