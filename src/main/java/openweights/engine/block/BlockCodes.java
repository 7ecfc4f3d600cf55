package openweights.engine.block;

/**
 * One block taken apart, so that it can be computed with: weight {@code i} is {@code scales[i /
 * run] * values[i]}, plus {@code minimums[i / run]} if the type has minimums, where {@code run} is
 * {@link BlockType#run()}.
 */
public final class BlockCodes {

    /** As many weights as the largest block has. */
    private static final int MAX_WEIGHTS = 256;

    private static final int MAX_RUNS = 16;

    /** Integers in the order of the weights. */
    public final byte[] values = new byte[MAX_WEIGHTS];

    /** A scale for each run of adjacent weights. */
    public final float[] scales = new float[MAX_RUNS];

    /** What is added to each weight of a run. */
    public final float[] minimums = new float[MAX_RUNS];
}
