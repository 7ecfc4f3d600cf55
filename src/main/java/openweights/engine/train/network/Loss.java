package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/**
 * The language model head, tied to the embedding, and the cross-entropy of its softmax against the
 * next token. It works on one strip at a time, so that the logits {@code [V][32]} stay in the
 * cache.
 */
final class Loss {

    private static final int WIDTH = TiledOps.WIDTH;

    private final Parameter embedding;
    private final float[] logits;
    private final float[] max = new float[WIDTH];
    private final float[] sum = new float[WIDTH];
    private final float[] target = new float[WIDTH];
    private final float[] tokens = new float[TiledOps.SQUARE];

    Loss(Parameter embedding) {
        this.embedding = embedding;
        this.logits = new float[embedding.rows() * WIDTH];
    }

    /** The sum over all tokens of -ln p(target), in nats. */
    double forward(Pass pass, Activations x) {
        double loss = 0;
        for (int s = 0; s < pass.chunk().strips(); s++) {
            loss += forward(pass, x, s);
        }
        return loss;
    }

    /**
     * The same loss; adds its gradient to {@code dx}, and to that of the embedding unless that is
     * frozen.
     *
     * @param share the weight of each token, such as one over the number of tokens in the batch
     * @param dx the gradient with respect to x
     */
    double backward(Pass pass, Activations x, float share, Activations dx) {
        double loss = 0;
        for (int s = 0; s < pass.chunk().strips(); s++) {
            loss += forward(pass, x, s);
            differentiate(pass, s, share);
            backward(pass, x, s, dx);
        }
        return loss;
    }

    private double forward(Pass pass, Activations x, int s) {
        Arrays.fill(logits, 0);
        pass.strips()
                .product(
                        pass.weights(),
                        embedding.at(),
                        embedding.block(),
                        embedding.rows(),
                        embedding.columns(),
                        x.values,
                        x.at(s),
                        logits,
                        0);
        int lanes = pass.chunk().lanes(s);
        for (int lane = 0; lane < lanes; lane++) {
            target[lane] = logits[target(pass.chunk(), s, lane)];
        }
        pass.strips().exponentials(logits, 0, embedding.rows(), max, sum);
        double loss = 0;
        for (int lane = 0; lane < lanes; lane++) {
            loss += StrictMath.log(sum[lane]) + max[lane] - target[lane];
        }
        return loss;
    }

    /**
     * Turns exponentials into (p - 1 at the target) * share, and into 0 in lanes without a token.
     */
    private void differentiate(Pass pass, int s, float share) {
        int lanes = pass.chunk().lanes(s);
        for (int lane = 0; lane < WIDTH; lane++) {
            sum[lane] = lane < lanes ? share / sum[lane] : 0;
        }
        pass.strips().scale(sum, logits, 0, embedding.rows());
        for (int lane = 0; lane < lanes; lane++) {
            logits[target(pass.chunk(), s, lane)] -= share;
        }
    }

    private void backward(Pass pass, Activations x, int s, Activations dx) {
        TiledOps strips = pass.strips();
        int rows = embedding.rows();
        for (int i = 0; i < embedding.strips(); i++) {
            int at = embedding.strip(i);
            int width = embedding.width(i);
            int square = i * TiledOps.SQUARE;
            strips.productTransposed(
                    pass.weights(), at, width, rows, logits, 0, dx.values, dx.at(s) + square);
            if (pass.learns(embedding)) {
                strips.transpose(x.values, x.at(s) + square, width, 0, tokens, 0);
                int lanes = pass.chunk().lanes(s);
                strips.product(logits, 0, 0, rows, lanes, tokens, 0, pass.gradient(), at);
            }
        }
    }

    private static int target(MicroBatch chunk, int s, int lane) {
        return chunk.targets()[s * WIDTH + lane] * WIDTH + lane;
    }
}
