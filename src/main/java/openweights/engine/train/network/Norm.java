package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/** RMSNorm, {@code y = x / rms(x) * weight}. */
final class Norm {

    private static final int WIDTH = TiledOps.WIDTH;

    private final Parameter weight;
    private final float epsilon;
    private final Activations inverse = new Activations(1); // 1 / rms of each token
    private final float[] dWeight; // [features][32]

    Norm(Parameter weight, double epsilon) {
        this.weight = weight;
        this.epsilon = (float) epsilon;
        this.dWeight = new float[weight.columns() * WIDTH];
    }

    /** y = norm(x). */
    void forward(Pass pass, Activations x, Activations y) {
        inverse.reserve(pass.chunk().strips());
        for (int s = 0; s < pass.chunk().strips(); s++) {
            pass.strips()
                    .rmsNorm(
                            x.numbers,
                            x.at(s),
                            x.features,
                            pass.weights(),
                            weight.at(),
                            epsilon,
                            inverse.numbers,
                            inverse.at(s),
                            y.numbers,
                            y.at(s));
        }
    }

    /** dx += what dy means for x; adds to the weight's gradient. */
    void backward(Pass pass, Activations x, Activations dy, Activations dx) {
        Arrays.fill(dWeight, 0);
        for (int s = 0; s < pass.chunk().strips(); s++) {
            pass.strips()
                    .rmsNormBackward(
                            dy.numbers,
                            dy.at(s),
                            x.numbers,
                            x.at(s),
                            x.features,
                            pass.weights(),
                            weight.at(),
                            inverse.numbers,
                            inverse.at(s),
                            dx.numbers,
                            dx.at(s),
                            dWeight,
                            0);
        }
        gather(pass.gradient());
    }

    /** The lanes' sums become one, in the order of the lanes. */
    private void gather(float[] gradient) {
        for (int i = 0; i < weight.columns(); i++) {
            float sum = gradient[weight.at() + i];
            for (int lane = 0; lane < WIDTH; lane++) {
                sum += dWeight[i * WIDTH + lane];
            }
            gradient[weight.at() + i] = sum;
        }
    }
}
