package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/** Looks up the embedding of every token. */
final class Embedding {

    private final Parameter table;

    Embedding(Parameter table) {
        this.table = table;
    }

    /** x = the embeddings of the tokens; lanes without a token become zero. */
    void forward(Pass pass, Activations x) {
        MicroBatch chunk = pass.chunk();
        for (int s = 0; s < chunk.strips(); s++) {
            for (int lane = 0; lane < TiledOps.WIDTH; lane++) {
                int token = s * TiledOps.WIDTH + lane;
                int to = x.at(s) + lane;
                if (token < chunk.tokens()) {
                    lookUp(pass.weights(), chunk.inputs()[token], x.values, to);
                } else {
                    clear(x.values, to);
                }
            }
        }
    }

    private void lookUp(float[] weights, int id, float[] x, int to) {
        for (int i = 0; i < table.columns(); i++) {
            x[to + i * TiledOps.WIDTH] = weights[table.index(id, i)];
        }
    }

    private void clear(float[] x, int to) {
        for (int i = 0; i < table.columns(); i++) {
            x[to + i * TiledOps.WIDTH] = 0;
        }
    }

    /** Adds dx to the gradient of the embeddings, token by token, unless they are frozen. */
    void gradient(Pass pass, Activations dx) {
        if (!pass.learns(table)) {
            return;
        }
        MicroBatch chunk = pass.chunk();
        for (int token = 0; token < chunk.tokens(); token++) {
            int from = dx.at(token / TiledOps.WIDTH) + token % TiledOps.WIDTH;
            int id = chunk.inputs()[token];
            for (int i = 0; i < table.columns(); i++) {
                pass.gradient()[table.index(id, i)] += dx.values[from + i * TiledOps.WIDTH];
            }
        }
    }
}
