package openweights.engine.block;

/** How one type's block becomes floats. */
@FunctionalInterface
interface BlockDecoder {

    /**
     * Writes the weights of the block at {@code at} to {@code out}, from {@code outAt} on. The order
     * of the operations is ggml's, so that every bit agrees.
     */
    void decode(byte[] bytes, int at, float[] out, int outAt);
}
