package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/** A product with a matrix, {@code y = W x}, without a bias. */
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
                            x.numbers,
                            x.at(s),
                            y.numbers,
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
                                dy.numbers,
                                dy.at(s),
                                dx.numbers,
                                dx.at(s) + i * TiledOps.SQUARE);
            }
        }
    }

    /** dW += dy x^T, a sum over all tokens in their order; 32 inputs at a time. */
    void gradient(Pass pass, Activations x, Activations dy) {
        for (int i = 0; i < w.strips(); i++) {
            transpose(pass, x, i);
            pass.strips()
                    .product(
                            dy.numbers,
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
                    .transpose(x.numbers, from, w.width(input), 0, squares, s * TiledOps.SQUARE);
        }
    }
}
