package openweights.engine.model.family;

import java.util.List;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * The first OLMo: Llama's architecture with LayerNorm without weights. Some models limit the
 * numbers of queries, keys and values.
 *
 * @param clipQkv the limit; 0 for none
 */
public record Olmo(Llama llama, float clipQkv) implements Family {

    private static final float EPSILON = 1e-5f;

    public static Olmo read(Keys keys) {
        Keys all = keys.without("mlp_bias");
        return new Olmo(Llama.read(all), all.number(0, "clip_qkv"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Norm norm(String name, int size) {
                return Norm.Layer.plain(size, EPSILON);
            }

            @Override
            List<QkvStep> steps(String p, int layer) {
                return clipQkv == 0
                        ? List.of(rotation())
                        : List.of(new QkvStep.Clip(clipQkv), rotation());
            }
        }.build();
    }
}
