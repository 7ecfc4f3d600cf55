package openweights.engine.train.lora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.BatchGradient;
import openweights.engine.train.Initialization;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowRankTest {

    private static final NetworkConfig SHAPE =
            new NetworkConfig(20, 24, 40, 1, 4, 2, 64, 1e-5, 1e4);
    private static final double STEP = 1e-2;

    private final Random random = new Random(1);
    private final Parameters parameters = new Parameters(SHAPE);
    private final float[] base = new Initialization(0.4, 1).weights(SHAPE, parameters);
    private final Backend backend = new Backend(Kernels.named("plain"), new Pool(1));
    private final BatchGradient gradient =
            new BatchGradient(SHAPE, parameters, parameters.groups(), 2, backend);
    private final List<int[]> texts = List.of(ids(30), ids(12), ids(25));

    @Test
    void addsScaleTimesBTimesA() {
        // B = (1, 3), A = (2, -1), scale 2: 2 B A = (4, -2; 12, -6)
        LowRank low = new LowRank(2, 2, 1, 2, new float[] {2, -1}, new float[] {1, 3});
        float[] weights = {10, 20, 30, 40};
        low.addTo(weights);
        assertArrayEquals(new float[] {14, 18, 42, 34}, weights);
    }

    /** Along a random direction in A and B, the change of the loss must match the gradient. */
    @ParameterizedTest
    @ValueSource(strings = {"q_proj", "v_proj", "o_proj", "gate_proj", "down_proj"})
    void itsGradientMatchesTheLoss(String module) {
        Parameter w = TargetModules.of(parameters, LoraConfig.ofRank(3).on(module)).get(0);
        LowRank low = random(w, 0.3f, 3);
        float[] dA = new float[low.a().length];
        float[] dB = new float[low.b().length];
        gradient.learn(merged(w, low), texts);
        low.backward(w, gradient.sum(), dA, dB);

        LowRank way = random(w, 1, 3);
        double expected = dot(dA, way.a()) + dot(dB, way.b());
        double found = (loss(w, low, way, STEP) - loss(w, low, way, -STEP)) / (2 * STEP);
        assertTrue(Math.abs(expected) > 1e-3, "too small to tell: " + expected);
        assertEquals(expected, found, 0.02 * Math.abs(expected));
    }

    @Test
    void theInitialUpdateIsZero() {
        LowRank initial = LowRank.initial(3, 4, LoraConfig.ofRank(2), random);
        float[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        float[] before = weights.clone();
        initial.addTo(weights);
        assertArrayEquals(before, weights);
    }

    private double loss(Parameter w, LowRank low, LowRank way, double step) {
        LowRank moved = low.copy();
        for (int i = 0; i < moved.a().length; i++) {
            moved.a()[i] += (float) step * way.a()[i];
        }
        for (int i = 0; i < moved.b().length; i++) {
            moved.b()[i] += (float) step * way.b()[i];
        }
        return gradient.loss(merged(w, moved), texts);
    }

    private float[] merged(Parameter w, LowRank low) {
        float[] weights = base.clone();
        low.merge(w, base, weights);
        return weights;
    }

    private LowRank random(Parameter w, float width, int rank) {
        return new LowRank(
                w.rows(),
                w.columns(),
                rank,
                0.5f,
                numbers(rank * w.columns(), width),
                numbers(w.rows() * rank, width));
    }

    private float[] numbers(int count, float width) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = width * (float) random.nextGaussian();
        }
        return numbers;
    }

    private int[] ids(int count) {
        return random.ints(count, 0, 20).toArray();
    }

    private static double dot(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }
}
