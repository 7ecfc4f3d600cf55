package openweights.engine.model.family;

import openweights.engine.model.layer.DenseAndExperts;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.Router;

/** The experts of {@link Gemma4}, which stand beside a block that all tokens use. */
final class Gemma4Experts {

    private Gemma4Experts() {}

    /**
     * @param p the layer's prefix
     * @param dense the block that all tokens use
     */
    static Mlp read(Gemma4 family, LlamaNetwork network, String p, Mlp dense) {
        return new DenseAndExperts(
                network.norm(p + ".pre_feedforward_layernorm"),
                dense,
                network.norm(p + ".post_feedforward_layernorm_1"),
                routerNorm(network, p),
                network.norm(p + ".pre_feedforward_layernorm_2"),
                experts(family, network, p),
                network.norm(p + ".post_feedforward_layernorm_2"));
    }

    private static Norm routerNorm(LlamaNetwork network, String p) {
        int d = network.llama.hiddenSize();
        float[] weight = network.tensors.vector(p + ".router.scale", d).clone();
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= (float) (1 / Math.sqrt(d));
        }
        return new Norm.Rms(weight, network.llama.rmsNormEps());
    }

    private static Experts experts(Gemma4 family, LlamaNetwork network, String p) {
        int count = family.numExperts();
        int d = network.llama.hiddenSize();
        return Experts.of(
                network.linear(p + ".router.proj", count, d, false),
                new Router.Scaled(
                        new Router.Softmax(family.topKExperts(), true),
                        network.tensors.vector(p + ".router.per_expert_scale", count)),
                new ExpertTensors(
                                network.tensors,
                                count,
                                d,
                                family.moeIntermediateSize(),
                                network.llama.hiddenAct())
                        .stacked(p + ".experts"));
    }
}
