package openweights.engine.model.family;

import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Embedding;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/** Granite 3: Llama's architecture with four factors. */
public record Granite(
        Llama llama,
        float embeddingMultiplier,
        float attentionMultiplier,
        float residualMultiplier,
        float logitsScaling)
        implements Family {

    public static Granite read(Keys keys) {
        return new Granite(
                Llama.read(keys),
                keys.number(1, "embedding_multiplier"),
                keys.number(1, "attention_multiplier"),
                keys.number(1, "residual_multiplier"),
                keys.number(1, "logits_scaling"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Embedding embedding(Matrix table) {
                return super.embedding(table).withScale(embeddingMultiplier);
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withScale(attentionMultiplier);
            }

            @Override
            Block block(String p, int layer) {
                return super.block(p, layer).withResidualScale(residualMultiplier);
            }

            @Override
            Head head(Matrix table) {
                return super.head(table).withScale(1.0 / logitsScaling);
            }
        }.build();
    }
}
