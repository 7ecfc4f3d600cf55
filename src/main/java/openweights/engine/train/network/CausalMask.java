package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/**
 * What each strip of queries may look at: keys from the beginning of its first text to its own end,
 * and a mask that hides other texts and later tokens. The same for all heads and layers.
 */
final class CausalMask {

    /** Keys are taken from a multiple of so many on, which suits the products. */
    private static final int STEP = 8;

    private int[] first = new int[0];
    private int[] maskAt = new int[0];
    private float[] mask = new float[0];
    private int most;

    void prepare(MicroBatch chunk) {
        int strips = chunk.strips();
        first = Arrays.copyOf(first, Math.max(first.length, strips));
        maskAt = Arrays.copyOf(maskAt, Math.max(maskAt.length, strips + 1));
        maskAt[0] = 0;
        most = 0;
        for (int s = 0; s < strips; s++) {
            first[s] = chunk.start(s * TiledOps.WIDTH) / STEP * STEP;
            most = Math.max(most, keys(s));
            maskAt[s + 1] = maskAt[s] + keys(s) * TiledOps.WIDTH;
        }
        if (mask.length < maskAt[strips]) {
            mask = new float[maskAt[strips] * 5 / 4];
        }
        for (int s = 0; s < strips; s++) {
            fill(chunk, s);
        }
    }

    private void fill(MicroBatch chunk, int strip) {
        Arrays.fill(mask, maskAt[strip], maskAt[strip + 1], Float.NEGATIVE_INFINITY);
        for (int lane = 0; lane < TiledOps.WIDTH; lane++) {
            int token = strip * TiledOps.WIDTH + lane;
            for (int key = chunk.start(token); key <= token; key++) {
                mask[maskAt[strip] + (key - first[strip]) * TiledOps.WIDTH + lane] = 0;
            }
        }
    }

    /** The first key that a strip of queries looks at. */
    int first(int strip) {
        return first[strip];
    }

    /** How many keys it looks at, up to the strip's own end. */
    int keys(int strip) {
        return (strip + 1) * TiledOps.WIDTH - first[strip];
    }

    /** The most keys of any strip. */
    int mostKeys() {
        return most;
    }

    float[] mask() {
        return mask;
    }

    /** Where a strip's mask, {@code [keys][32]}, begins. */
    int at(int strip) {
        return maskAt[strip];
    }

    /** The sum of all strips' keys up to this one, times 32: where shares of a strip can lie. */
    int end(int strips) {
        return maskAt[strips];
    }
}
