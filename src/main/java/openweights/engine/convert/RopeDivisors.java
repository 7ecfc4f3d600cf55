package openweights.engine.convert;

import java.util.Optional;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.Family;
import openweights.engine.model.family.Llama;

/** Llama 3's scaling of rotary positions as llama.cpp wants it: a divisor for each frequency. */
final class RopeDivisors {

    static final String NAME = "rope_freqs.weight";

    private RopeDivisors() {}

    static Optional<float[]> of(Family family) {
        return family instanceof Llama llama
                        && llama.ropeParameters().scaling() instanceof RopeScaling.Llama3
                ? Optional.of(divisors(llama.ropeParameters(), llama.headDim()))
                : Optional.empty();
    }

    private static float[] divisors(RopeParameters rope, int headSize) {
        float[] plain = RopeParameters.of(rope.ropeTheta()).frequencies(headSize, 1);
        float[] scaled = rope.frequencies(headSize, 1);
        float[] divisors = new float[plain.length];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = plain[i] / scaled[i];
        }
        return divisors;
    }
}
