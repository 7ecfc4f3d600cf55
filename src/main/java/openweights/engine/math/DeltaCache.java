package openweights.engine.math;

import java.util.Arrays;

/**
 * The memory of a layer that folds earlier tokens into matrices of a fixed size, as in Qwen 3.5.
 *
 * <p>A matrix cannot forget its last tokens. So there is an older copy of it, the base, and what
 * each later token brought, in the cache of keys (what it projects to) and values (how much it
 * remembers and writes): from these the matrices at any position since can be computed again.
 */
public final class DeltaCache extends KvCache {

    private final int inputSize;
    private final int before;
    private final float[] base;
    private final float[] state;
    private int basePosition;
    private int position;

    /**
     * @param inputSize numbers that a token brings
     * @param gateSize numbers that say how much it remembers and writes
     * @param before how many earlier tokens' numbers are needed beside a token's own
     * @param stateSize numbers in all matrices
     */
    public DeltaCache(int inputSize, int gateSize, int before, int stateSize) {
        super(1, inputSize, gateSize);
        this.inputSize = inputSize;
        this.before = before;
        this.base = new float[stateSize];
        this.state = new float[stateSize];
    }

    /** The matrices after the tokens before {@link #position()}. */
    public float[] state() {
        return state;
    }

    /** How many tokens the matrices have seen. */
    public int position() {
        return position;
    }

    public void advance(int newPosition) {
        position = newPosition;
    }

    /** Goes back to the base. */
    public void restore() {
        System.arraycopy(base, 0, state, 0, state.length);
        position = basePosition;
    }

    /** Makes the matrices as they are now the base: no earlier position will be asked for. */
    public void commit() {
        System.arraycopy(state, 0, base, 0, state.length);
        basePosition = position;
    }

    public int basePosition() {
        return basePosition;
    }

    /** Copies what a token brought; zeros for a position before the text. */
    public void input(int at, float[] out, int outAt) {
        if (at < 0) {
            Arrays.fill(out, outAt, outAt + inputSize, 0);
        } else {
            System.arraycopy(keys(), keyAt(0, at), out, outAt, inputSize);
        }
    }

    /** One of a token's gates. */
    public float gate(int at, int index) {
        return values()[valueAt(0, at) + index];
    }

    @Override
    public void forget(int first) {
        super.forget(Math.min(first, basePosition - before));
    }

    @Override
    public long bytes() {
        return super.bytes() + 2L * Float.BYTES * state.length;
    }
}
