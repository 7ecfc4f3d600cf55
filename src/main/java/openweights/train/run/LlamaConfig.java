package openweights.train.run;

import java.util.Optional;
import java.util.Set;
import openweights.math.Activation;
import openweights.model.Config;
import openweights.model.Llama;
import openweights.model.RopeParameters;
import openweights.model.SpecialIds;
import openweights.token.Tokenizer;
import openweights.train.network.Shape;

/** The engine's config for a network in training. */
final class LlamaConfig {

    private LlamaConfig() {}

    static Config of(Shape shape, Tokenizer tokenizer) {
        SpecialIds special =
                new SpecialIds(
                        Optional.of(tokenizer.idOf(Texts.BEGIN).orElseThrow()),
                        Set.of(tokenizer.idOf(Texts.END).orElseThrow()));
        return new Config("llama", family(shape), special);
    }

    private static Llama family(Shape shape) {
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
                new RopeParameters("default", (float) shape.ropeTheta(), 1, 1, 1, 1),
                false,
                false,
                true);
    }
}
