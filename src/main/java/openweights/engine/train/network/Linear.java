package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/** A linear layer without a bias, {@code y = W x}. */
final class Linear {

    private static final int WIDTH = TiledOps.WIDTH;

    private final Parameter w;
    private float[] squares = new float[0]; // [tokens][32 inputs]

    Linear(Parameter w) {
        this.w = w;
    }

    /** y += W x. */
    void forward(Pass pass, Activations x, Activations y) {
        for (int s = 0; s < pass.chunk().strips(); s++) {
            pass.strips()
                    .product(
                            pass.weights(),
                            w.at(),
                            w.block(),
                            w.rows(),
                            w.columns(),
                            x.values,
                            x.at(s),
                            y.values,
                            y.at(s));
        }
    }

    /** dx += W^T dy. */
    void backward(Pass pass, Activations dy, Activations dx) {
        for (int s = 0; s < pass.chunk().strips(); s++) {
            for (int i = 0; i < w.strips(); i++) {
                pass.strips()
                        .productTransposed(
                                pass.weights(),
                                w.strip(i),
                                w.width(i),
                                w.rows(),
                                dy.values,
                                dy.at(s),
                                dx.values,
                                dx.at(s) + i * TiledOps.SQUARE);
            }
        }
    }

    /** dW += dy x^T, unless W is frozen, summed over all tokens in order; 32 inputs at a time. */
    void gradient(Pass pass, Activations x, Activations dy) {
        if (!pass.learns(w)) {
            return;
        }
        for (int i = 0; i < w.strips(); i++) {
            transpose(pass, x, i);
            pass.strips()
                    .product(
                            dy.values,
                            dy.at(0),
                            w.rows() * WIDTH,
                            w.rows(),
                            pass.chunk().tokens(),
                            squares,
                            0,
                            pass.gradient(),
                            w.strip(i));
        }
    }

    private void transpose(Pass pass, Activations x, int input) {
        int strips = pass.chunk().strips();
        if (squares.length < strips * TiledOps.SQUARE) {
            squares = new float[(strips + strips / 4) * TiledOps.SQUARE];
        }
        for (int s = 0; s < strips; s++) {
            int from = x.at(s) + input * TiledOps.SQUARE;
            pass.strips()
                    .transpose(x.values, from, w.width(input), 0, squares, s * TiledOps.SQUARE);
        }
    }
}
