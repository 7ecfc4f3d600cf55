package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/** Looks every token's row up. */
final class Embedding {

    private final Parameter rows;

    Embedding(Parameter rows) {
        this.rows = rows;
    }

    /** x = the tokens' rows; lanes without a token become zero. */
    void forward(Pass pass, Activations x) {
        MicroBatch chunk = pass.chunk();
        for (int s = 0; s < chunk.strips(); s++) {
            for (int lane = 0; lane < TiledOps.WIDTH; lane++) {
                int token = s * TiledOps.WIDTH + lane;
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
            x[to + i * TiledOps.WIDTH] = weights[rows.index(id, i)];
        }
    }

    private void clear(float[] x, int to) {
        for (int i = 0; i < rows.columns(); i++) {
            x[to + i * TiledOps.WIDTH] = 0;
        }
    }

    /** Adds dx to the rows' gradient, token by token. */
    void gradient(Pass pass, Activations dx) {
        MicroBatch chunk = pass.chunk();
        for (int token = 0; token < chunk.tokens(); token++) {
            int from = dx.at(token / TiledOps.WIDTH) + token % TiledOps.WIDTH;
            int id = chunk.inputs()[token];
            for (int i = 0; i < rows.columns(); i++) {
                pass.gradient()[rows.index(id, i)] += dx.numbers[from + i * TiledOps.WIDTH];
            }
        }
    }
}
