package openweights.engine.model.family;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * Llama 4, text only: chunks of attention and rotary positions in pairs of neighbors in three of
 * four layers, and in the fourth neither, but queries that grow with their position; experts, and
 * one more expert that every token uses, in some or all layers.
 *
 * @param noRopeLayers for each layer 1 if it rotates, 0 if not, as in config.json
 * @param intermediateSizeMlp the inner width of layers without experts
 * @param moeLayers the layers with experts
 */
public record Llama4(
        Llama llama,
        LayerTypes layers,
        List<Integer> noRopeLayers,
        boolean useQkNorm,
        boolean attnTemperatureTuning,
        int floorScale,
        float attnScale,
        int intermediateSizeMlp,
        int numLocalExperts,
        int numExpertsPerTok,
        List<Integer> moeLayers)
        implements Family {

    public Llama4 {
        ExpertTensors.require(numExpertsPerTok, numLocalExperts);
    }

    public static Llama4 read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("vocab_size", 202048)
                        .otherwise("num_key_value_heads", 8)
                        .otherwise("head_dim", 128)
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 4096 * 32)
                        .otherwise("attention_chunk_size", 8192);
        all.use("for_llm_compressor");
        Llama llama = Llama.read(all, 5e5);
        int count = llama.numHiddenLayers();
        List<Integer> rotates = SmolLm3.rotatingLayers(all, count);
        int chunk = all.optionalSize("attention_chunk_size").orElse(0);
        return new Llama4(
                llama,
                LayerTypes.readChunked(all, count, chunk, i -> rotates.get(i) != 0),
                rotates,
                all.flag(true, "use_qk_norm"),
                all.truth(true, "attn_temperature_tuning"),
                all.optionalSize("floor_scale").orElse(8192),
                all.number(0.1, "attn_scale"),
                all.optionalSize("intermediate_size_mlp").orElse(16384),
                all.optionalSize("num_local_experts").orElse(16),
                all.optionalSize("num_experts_per_tok").orElse(1),
                moeLayers(all, count));
    }

    private static List<Integer> moeLayers(Keys keys, int layers) {
        int step = keys.optionalSize("interleave_moe_layer_step").orElse(1);
        return keys.has("moe_layers")
                ? keys.counts("moe_layers")
                : IntStream.range(0, layers).filter(i -> (i + 1) % step == 0).boxed().toList();
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withInner(intermediateSizeMlp).withWindow(layers.widest());
    }

    private double queryScale(int position) {
        return 1 + attnScale * Math.log1p(Math.floor((position + 1.0) / floorScale));
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                List<QkvStep> steps = new ArrayList<>();
                if (noRopeLayers.get(layer) != 0) {
                    steps.add(rotation());
                    if (useQkNorm) {
                        Norm plain = Norm.Rms.plain(llama.headDim(), llama.rmsNormEps());
                        steps.add(QkvStep.HeadNorm.shared(scores(p, layer), plain, plain));
                    }
                } else if (attnTemperatureTuning) {
                    steps.add(new QkvStep.QueryScale(Llama4.this::queryScale));
                }
                return List.copyOf(steps);
            }

            @Override
            Rope.Layout layout() {
                return Rope.Layout.NEIGHBORS;
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }

            @Override
            Block block(String p, int layer) {
                return Block.before(
                        norm(p + ".input_layernorm"),
                        attention(p + ".self_attn", layer),
                        norm(p + ".post_attention_layernorm"),
                        mlp(p + ".feed_forward", layer));
            }

            @Override
            Mlp mlp(String p, int layer) {
                return moeLayers.contains(layer) ? experts(p) : gated(p, intermediateSizeMlp);
            }

            private Mlp experts(String p) {
                int inner = llama.intermediateSize();
                return new Experts(
                        linear(p + ".router", numLocalExperts, llama.hiddenSize(), false),
                        new Router.Sigmoid(numExpertsPerTok),
                        new ExpertTensors(
                                        tensors,
                                        numLocalExperts,
                                        llama.hiddenSize(),
                                        inner,
                                        llama.hiddenAct())
                                .transposed(p + ".experts"),
                        gated(p + ".shared_expert", inner),
                        true);
            }
        }.build();
    }
}
