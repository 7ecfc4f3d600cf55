package openweights.engine.block;

/** How weights become one type's block. */
@FunctionalInterface
interface BlockWriter {

    /**
     * Writes the block of the weights from {@code weightsAt} on to {@code out}, from {@code at} on.
     */
    void write(float[] weights, int weightsAt, byte[] out, int at);
}
