package openweights.train.network;

import openweights.math.Strips;

/** Looks every token's row up. */
final class Embedding {

    private final Parameter rows;

    Embedding(Parameter rows) {
        this.rows = rows;
    }

    /** x = the tokens' rows; lanes without a token become zero. */
    void forward(Pass pass, Activations x) {
        Chunk chunk = pass.chunk();
        for (int s = 0; s < chunk.strips(); s++) {
            for (int lane = 0; lane < Strips.WIDTH; lane++) {
                int token = s * Strips.WIDTH + lane;
                int to = x.at(s) + lane;
                if (token < chunk.tokens()) {
                    look(pass.weights(), chunk.inputs()[token], x.numbers, to);
                } else {
                    clear(x.numbers, to);
                }
            }
        }
    }

    private void look(float[] weights, int id, float[] x, int to) {
        for (int i = 0; i < rows.columns(); i++) {
            x[to + i * Strips.WIDTH] = weights[rows.index(id, i)];
        }
    }

    private void clear(float[] x, int to) {
        for (int i = 0; i < rows.columns(); i++) {
            x[to + i * Strips.WIDTH] = 0;
        }
    }

    /** Adds dx to the rows' gradient, token by token. */
    void gradient(Pass pass, Activations dx) {
        Chunk chunk = pass.chunk();
        for (int token = 0; token < chunk.tokens(); token++) {
            int from = dx.at(token / Strips.WIDTH) + token % Strips.WIDTH;
            int id = chunk.inputs()[token];
            for (int i = 0; i < rows.columns(); i++) {
                pass.gradient()[rows.index(id, i)] += dx.numbers[from + i * Strips.WIDTH];
            }
        }
    }
}
