package openweights.engine.train.run;

import java.util.Optional;
import java.util.Set;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.Config;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeParameters.RopeType;
import openweights.engine.model.config.SpecialIds;
import openweights.engine.model.family.Llama;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.network.NetworkConfig;

/** The engine's config for a network in training. */
final class LlamaConfig {

    private LlamaConfig() {}

    static Config of(NetworkConfig shape, Tokenizer tokenizer) {
        SpecialIds special =
                new SpecialIds(
                        Optional.of(tokenizer.idOf(Dataset.BEGIN).orElseThrow()),
                        Set.of(tokenizer.idOf(Dataset.END).orElseThrow()));
        return new Config("llama", family(shape), special);
    }

    private static Llama family(NetworkConfig shape) {
        return new Llama(
                shape.vocabSize(),
                shape.hiddenSize(),
                shape.intermediateSize(),
                shape.numHiddenLayers(),
                shape.numAttentionHeads(),
                shape.numKeyValueHeads(),
                shape.headSize(),
                Activation.SILU,
                shape.maxPositionEmbeddings(),
                (float) shape.rmsNormEps(),
                new RopeParameters(RopeType.DEFAULT, (float) shape.ropeTheta(), 1, 1, 1, 1),
                false,
                false,
                true);
    }
}
