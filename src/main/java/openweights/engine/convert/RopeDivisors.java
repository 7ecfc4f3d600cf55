package openweights.engine.convert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.UserException;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeScaling;

/** Scalings of rotary positions that GGUF files have as tensors: a divisor for each frequency. */
final class RopeDivisors {

    private static final String ALWAYS = "rope_freqs.weight";
    private static final String LONG = "rope_factors_long.weight";
    private static final String SHORT = "rope_factors_short.weight";

    /** Where llama.cpp looks for Llama 3's divisors. */
    private static final Set<String> LLAMA3 = Set.of("apertus", "granite", "llama", "llama4");

    private RopeDivisors() {}

    /**
     * Tensors and their numbers; none for most models.
     *
     * @throws UserException if the architecture has no such tensors
     */
    static Map<String, float[]> of(String architecture, RopeParameters rope, int headSize) {
        if (rope.scaling() instanceof RopeScaling.Llama3) {
            require(LLAMA3.contains(architecture), architecture, "llama3");
            return Map.of(ALWAYS, divisors(rope, headSize));
        }
        if (rope.scaling() instanceof RopeScaling.LongRope longRope) {
            require(architecture.equals("phi3"), architecture, "longrope");
            return Map.of(LONG, array(longRope.longFactor()), SHORT, array(longRope.shortFactor()));
        }
        return Map.of();
    }

    private static void require(boolean known, String architecture, String kind) {
        if (!known) {
            throw new UserException(
                    "Rotary positions of the kind %s cannot be written as GGUF for the architecture %s."
                            .formatted(kind, architecture));
        }
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

    private static float[] array(List<Float> numbers) {
        float[] array = new float[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }
}
