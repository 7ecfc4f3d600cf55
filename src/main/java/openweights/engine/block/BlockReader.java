package openweights.engine.block;

/** How one type's block is taken apart. */
@FunctionalInterface
interface BlockReader {

    /** Reads the block at {@code at} into {@code out}. */
    void read(byte[] bytes, int at, BlockCodes out);
}
