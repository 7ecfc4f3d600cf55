package openweights.engine.train.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.Set;
import openweights.engine.math.kernel.PlainTiledOps;
import openweights.engine.math.kernel.TiledOps;
import org.junit.jupiter.api.Test;

/**
 * The backward pass of each layer against finite differences: along a random direction, the change
 * of a weighted sum of the outputs must match the gradient.
 */
class BackwardTest {

    /** A step of this size balances float32 rounding against curvature. */
    private static final double STEP = 1e-2;

    private static final NetworkConfig SHAPE =
            new NetworkConfig(11, 24, 20, 1, 4, 2, 64, 1e-5, 100);

    private final Random random = new Random(2);
    private final Parameters parameters = new Parameters(SHAPE);
    private final Set<Parameter> all = Set.copyOf(parameters.groups());
    private final float[] weights = numbers(parameters.size(), 0.5);
    private final MicroBatch chunk =
            MicroBatch.of(List.of(ids(41), ids(2), ids(9))); // two strips, the second not full
    private final TiledOps strips = new PlainTiledOps();

    /** A layer: the forward pass reads x and adds to y, which is zero; then the backward pass. */
    private interface Part {
        void forward(Pass pass, Activations x, Activations y);

        void backward(Pass pass, Activations x, Activations dy, Activations dx);
    }

    @Test
    void linear() {
        Linear linear = new Linear(parameters.layers().get(0).gateUp());
        check(
                24,
                40,
                part(
                        linear::forward,
                        (pass, x, dy, dx) -> {
                            linear.gradient(pass, x, dy);
                            linear.backward(pass, dy, dx);
                        }));
    }

    @Test
    void norm() {
        Norm norm = new Norm(parameters.norm(), 1e-5);
        check(24, 24, part(norm::forward, norm::backward));
    }

    @Test
    void attention() {
        Attention attention = new Attention(SHAPE);
        CausalMask windows = new CausalMask();
        windows.prepare(chunk);
        check(
                SHAPE.qkvWidth(),
                24,
                part(
                        (pass, x, y) -> attention.forward(pass, windows, x, y),
                        (pass, x, dy, dx) -> attention.backward(pass, windows, x, dy, dx)));
    }

    @Test
    void positions() {
        Positions positions = new Positions(SHAPE);
        positions.prepare(chunk);
        check(
                24,
                24,
                part(
                        (pass, x, y) -> {
                            y.copy(x, chunk.strips());
                            for (int s = 0; s < chunk.strips(); s++) {
                                positions.rotate(pass, y, s, 4);
                            }
                        },
                        (pass, x, dy, dx) -> {
                            dx.copy(dy, chunk.strips());
                            for (int s = 0; s < chunk.strips(); s++) {
                                positions.rotateBack(pass, dx, s, 4);
                            }
                        }));
    }

    @Test
    void swiglu() {
        int n = 20 * TiledOps.WIDTH;
        check(
                40,
                20,
                part(
                        (pass, x, y) -> {
                            for (int s = 0; s < chunk.strips(); s++) {
                                strips.swiglu(x.values, x.at(s), x.at(s) + n, n, y.values, y.at(s));
                            }
                        },
                        (pass, x, dy, dx) -> {
                            dx.copy(x, chunk.strips());
                            for (int s = 0; s < chunk.strips(); s++) {
                                strips.swigluBackward(
                                        dx.values, x.at(s), x.at(s) + n, n, dy.values, dy.at(s));
                            }
                        }));
    }

    @Test
    void lossAndHead() {
        Loss loss = new Loss(parameters.embedding());
        Activations x = activations(24);
        Activations dx = new Activations(24).clear(chunk.strips());
        float[] gradient = new float[parameters.size()];
        loss.backward(new Pass(strips, weights, gradient, all, chunk), x, 1, dx);
        Activations alongX = activations(24);
        float[] alongW = numbers(parameters.size(), 1);
        double expected = dot(dx.values, alongX.values, dx.at(2)) + dot(gradient, alongW);
        double up = loss.forward(pass(moved(weights, alongW, STEP)), moved(x, alongX, STEP));
        double down = loss.forward(pass(moved(weights, alongW, -STEP)), moved(x, alongX, -STEP));
        assertClose(expected, (up - down) / (2 * STEP));
    }

    @Test
    void wholeNetwork() {
        Network network = new Network(SHAPE, parameters, all, strips);
        float[] gradient = new float[parameters.size()];
        network.learn(weights, chunk, 1, gradient);
        float[] along = numbers(parameters.size(), 0.1);
        double up = network.loss(moved(weights, along, STEP), chunk);
        double down = network.loss(moved(weights, along, -STEP), chunk);
        assertClose(dot(gradient, along), (up - down) / (2 * STEP));
    }

    private interface Forward {
        void run(Pass pass, Activations x, Activations y);
    }

    private interface Backward {
        void run(Pass pass, Activations x, Activations dy, Activations dx);
    }

    private static Part part(Forward forward, Backward backward) {
        return new Part() {
            @Override
            public void forward(Pass pass, Activations x, Activations y) {
                forward.run(pass, x, y);
            }

            @Override
            public void backward(Pass pass, Activations x, Activations dy, Activations dx) {
                backward.run(pass, x, dy, dx);
            }
        };
    }

    private void check(int inputs, int outputs, Part part) {
        Activations x = activations(inputs);
        Activations dy = activations(outputs);
        Activations dx = new Activations(inputs).clear(chunk.strips());
        float[] gradient = new float[parameters.size()];
        Pass pass = new Pass(strips, weights, gradient, all, chunk);
        part.forward(pass, x, new Activations(outputs).clear(chunk.strips()));
        part.backward(pass, x, dy, dx);

        Activations alongX = activations(inputs);
        float[] alongW = numbers(parameters.size(), 1);
        double expected =
                dot(dx.values, alongX.values, dx.at(chunk.strips())) + dot(gradient, alongW);
        double up = value(part, moved(weights, alongW, STEP), moved(x, alongX, STEP), dy);
        double down = value(part, moved(weights, alongW, -STEP), moved(x, alongX, -STEP), dy);
        assertClose(expected, (up - down) / (2 * STEP));
    }

    private double value(Part part, float[] w, Activations x, Activations dy) {
        Activations y = new Activations(dy.features).clear(chunk.strips());
        part.forward(pass(w), x, y);
        return dot(y.values, dy.values, dy.at(chunk.strips()));
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 2e-3 * Math.max(1, Math.abs(expected)));
    }

    private Pass pass(float[] w) {
        return new Pass(strips, w, new float[0], Set.of(), chunk);
    }

    /** Random values where there are tokens, zeros in the other lanes. */
    private Activations activations(int features) {
        Activations x = new Activations(features).clear(chunk.strips());
        for (int token = 0; token < chunk.tokens(); token++) {
            int at = x.at(token / TiledOps.WIDTH) + token % TiledOps.WIDTH;
            for (int i = 0; i < features; i++) {
                x.values[at + i * TiledOps.WIDTH] = (float) random.nextGaussian();
            }
        }
        return x;
    }

    private static Activations moved(Activations x, Activations along, double step) {
        Activations moved = new Activations(x.features);
        moved.values = moved(x.values, along.values, step);
        return moved;
    }

    private static float[] moved(float[] x, float[] along, double step) {
        float[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += (float) (step * along[i]);
        }
        return moved;
    }

    private static double dot(float[] a, float[] b) {
        return dot(a, b, a.length);
    }

    private static double dot(float[] a, float[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Random values that leave the padding of the parameters at zero. */
    private float[] numbers(int n, double width) {
        float[] numbers = new float[n];
        for (Parameter p : parameters.all()) {
            for (int r = 0; r < p.rows(); r++) {
                for (int c = 0; c < p.columns(); c++) {
                    numbers[p.index(r, c)] = (float) (width * random.nextGaussian());
                }
            }
        }
        return numbers;
    }

    private int[] ids(int n) {
        return random.ints(n, 0, SHAPE.vocabSize()).toArray();
    }
}
