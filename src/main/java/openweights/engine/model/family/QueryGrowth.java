package openweights.engine.model.family;

import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.QkvStep;

/**
 * Queries of Ministral 3 and Mistral 4 grow slowly with their position.
 *
 * @param beta how fast
 * @param originalContext after so many positions they begin to grow
 */
public record QueryGrowth(float beta, int originalContext) {

    static QueryGrowth read(Keys keys) {
        Keys rope =
                keys.section("rope_scaling")
                        .or(() -> keys.section("rope_parameters"))
                        .orElseThrow(() -> keys.missing("rope_parameters"));
        rope.use("max_position_embeddings");
        if (!rope.has("llama_4_scaling_beta")) {
            throw rope.missing("llama_4_scaling_beta");
        }
        return new QueryGrowth(
                (float) rope.setting(0, "llama_4_scaling_beta"),
                rope.optionalSize("original_max_position_embeddings")
                        .orElseGet(() -> keys.size("max_position_embeddings")));
    }

    QkvStep step() {
        return new QkvStep.QueryScale(
                t -> 1 + beta * Math.log(1 + Math.floorDiv(t, originalContext)));
    }
}
