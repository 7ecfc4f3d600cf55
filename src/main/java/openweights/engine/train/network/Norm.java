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
                            x.values,
                            x.at(s),
                            x.features,
                            pass.weights(),
                            weight.at(),
                            epsilon,
                            inverse.values,
                            inverse.at(s),
                            y.values,
                            y.at(s));
        }
    }

    /**
     * dx += the gradient with respect to x; adds to the gradient of the weight, unless it is
     * frozen.
     */
    void backward(Pass pass, Activations x, Activations dy, Activations dx) {
        Arrays.fill(dWeight, 0);
        for (int s = 0; s < pass.chunk().strips(); s++) {
            pass.strips()
                    .rmsNormBackward(
                            dy.values,
                            dy.at(s),
                            x.values,
                            x.at(s),
                            x.features,
                            pass.weights(),
                            weight.at(),
                            inverse.values,
                            inverse.at(s),
                            dx.values,
                            dx.at(s),
                            dWeight,
                            0);
        }
        if (pass.learns(weight)) {
            addLanes(pass.gradient());
        }
    }

    /** Adds up the sums of the lanes, in their order. */
    private void addLanes(float[] gradient) {
        for (int i = 0; i < weight.columns(); i++) {
            float sum = gradient[weight.at() + i];
            for (int lane = 0; lane < WIDTH; lane++) {
                sum += dWeight[i * WIDTH + lane];
            }
            gradient[weight.at() + i] = sum;
        }
    }
}
