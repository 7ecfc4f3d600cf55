package openweights.engine.train.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.Config;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.SpecialIds;
import openweights.engine.model.family.Llama;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.network.NetworkConfig;

/** The engine's configuration of a network in training. */
final class LlamaConfig {

    private LlamaConfig() {}

    static Config of(NetworkConfig network, Tokenizer tokenizer) {
        SpecialIds special =
                new SpecialIds(
                        Optional.of(tokenizer.idOf(Dataset.BEGIN).orElseThrow()),
                        Set.of(tokenizer.idOf(Dataset.END).orElseThrow()));
        return new Config("llama", family(network), special, List.of());
    }

    private static Llama family(NetworkConfig network) {
        return new Llama(
                network.vocabSize(),
                network.hiddenSize(),
                network.intermediateSize(),
                network.numHiddenLayers(),
                network.numAttentionHeads(),
                network.numKeyValueHeads(),
                network.headSize(),
                new Nonlinearity.OfKernel(Activation.SILU),
                network.maxPositionEmbeddings(),
                (float) network.rmsNormEps(),
                RopeParameters.of(network.ropeTheta()),
                false,
                false,
                true);
    }
}
