package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/**
 * What each strip of queries may attend to: the keys from the beginning of its first text to the
 * strip's own end, and a mask that hides other texts and later tokens. All heads and layers share
 * it.
 */
final class CausalMask {

    /** The first key is rounded down to a multiple of this, which suits the products. */
    private static final int STEP = 8;

    private int[] first = new int[0];
    private int[] maskAt = new int[0];
    private float[] mask = new float[0];
    private int maxKeys;

    void prepare(MicroBatch chunk) {
        int strips = chunk.strips();
        first = Arrays.copyOf(first, Math.max(first.length, strips));
        maskAt = Arrays.copyOf(maskAt, Math.max(maskAt.length, strips + 1));
        maskAt[0] = 0;
        maxKeys = 0;
        for (int s = 0; s < strips; s++) {
            first[s] = chunk.start(s * TiledOps.WIDTH) / STEP * STEP;
            maxKeys = Math.max(maxKeys, keys(s));
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

    /** The first key that a strip of queries attends to. */
    int first(int strip) {
        return first[strip];
    }

    /** How many keys a strip attends to, up to its own end. */
    int keys(int strip) {
        return (strip + 1) * TiledOps.WIDTH - first[strip];
    }

    /** The largest number of keys of any strip. */
    int maxKeys() {
        return maxKeys;
    }

    /** Zero where a query attends to a key, and negative infinity elsewhere. */
    float[] values() {
        return mask;
    }

    /** The index of the first value of a strip's mask, {@code [keys][32]}. */
    int at(int strip) {
        return maskAt[strip];
    }

    /** The index behind the masks of the first {@code strips} strips. */
    int end(int strips) {
        return maskAt[strips];
    }
}
