package openweights.train.network;

import openweights.math.Strips;

/** A product with a matrix, {@code y = W x}, without a bias. */
final class Linear {

    private static final int WIDTH = Strips.WIDTH;

    private final Parameter w;
    private float[] tokens = new float[0]; // [tokens][32 inputs]

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
                            w.stride(),
                            1,
                            w.rows(),
                            w.columns(),
                            x.numbers,
                            x.at(s),
                            y.numbers,
                            y.at(s),
                            WIDTH);
        }
    }

    /** dx += W^T dy. */
    void backward(Pass pass, Activations dy, Activations dx) {
        for (int s = 0; s < pass.chunk().strips(); s++) {
            pass.strips()
                    .product(
                            pass.weights(),
                            w.at(),
                            1,
                            w.stride(),
                            w.columns(),
                            w.rows(),
                            dy.numbers,
                            dy.at(s),
                            dx.numbers,
                            dx.at(s),
                            WIDTH);
        }
    }

    /** dW += dy x^T, a sum over all tokens in their order; 32 inputs at a time. */
    void gradient(Pass pass, Activations x, Activations dy) {
        int strips = pass.chunk().strips();
        reserve(strips);
        for (int input = 0; input < w.columns(); input += WIDTH) {
            transpose(pass, x, input);
            for (int s = 0; s < strips; s++) {
                pass.strips()
                        .product(
                                dy.numbers,
                                dy.at(s),
                                WIDTH,
                                1,
                                w.rows(),
                                pass.chunk().lanes(s),
                                tokens,
                                s * Strips.SQUARE,
                                pass.gradient(),
                                w.at() + input,
                                w.stride());
            }
        }
    }

    private void transpose(Pass pass, Activations x, int input) {
        int inputs = Math.min(WIDTH, w.columns() - input);
        for (int s = 0; s < pass.chunk().strips(); s++) {
            int at = x.at(s) + input * WIDTH;
            pass.strips().transpose(x.numbers, at, inputs, 0, tokens, s * Strips.SQUARE);
        }
    }

    private void reserve(int strips) {
        if (tokens.length < strips * Strips.SQUARE) {
            tokens = new float[(strips + strips / 4) * Strips.SQUARE];
        }
    }
}
