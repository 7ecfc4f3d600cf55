package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.math.kernel.Kernel;

/**
 * A second embedding of each token, with a part for every layer, as in the smaller Gemma 4. Half of
 * it is looked up, half is made of the first embedding: (norm(projection(x) / sqrt(d)) + sqrt(pd)
 * table[token]) / sqrt(2).
 *
 * @param table [Vp, L pd]
 * @param projection [L pd, d]
 * @param norm of one part, of size pd
 * @param part pd, the size of a layer's part
 */
public record PerLayerEmbedding(Matrix table, Linear projection, Norm norm, int part) {

    /** Numbers of one token, L pd. */
    int width() {
        return projection.outputs();
    }

    /**
     * The scratch's perLayer = the parts of each token, [T, L pd], from its first embedding, the
     * scratch's x, [T, d].
     */
    void apply(Backend backend, int[] tokens, Scratch scratch) {
        int count = tokens.length;
        float[] rows = scratch.room(Scratch.Room.TABLE, count * width());
        float[] parts = scratch.perLayer;
        projection.apply(backend, count, scratch.x, parts);
        TokenWise.each(
                backend,
                count,
                t -> combine(backend.kernel(), tokens[t], rows, parts, t * width()));
    }

    private void combine(Kernel kernel, int token, float[] rows, float[] parts, int at) {
        kernel.scale((float) (1 / Math.sqrt(projection.inputs())), parts, at, width());
        for (int i = 0; i < width(); i += part) {
            norm.row(kernel, parts, parts, at + i);
        }
        table.row(token, rows, at);
        kernel.axpy((float) Math.sqrt(part), rows, at, parts, at, width());
        kernel.scale((float) Math.sqrt(0.5), parts, at, width());
    }

    /** Bytes of the weights that one token needs. */
    long bytesPerToken() {
        return projection.weight().bytes();
    }
}
