package openweights.engine.model.layer;

/**
 * The sizes of a {@link GatedDeltaNet}.
 *
 * @param keys how many queries and keys; {@code values / keys} values share one
 * @param values how many values, and matrices
 * @param keySize numbers in a query or key
 * @param valueSize numbers in a value
 * @param kernel how many tokens, its own included, a convolution sees
 */
public record DeltaHeads(int keys, int values, int keySize, int valueSize, int kernel) {

    /** Numbers in the queries of a token, and in its keys. */
    public int keyWidth() {
        return keys * keySize;
    }

    /** Numbers in the values of a token. */
    public int valueWidth() {
        return values * valueSize;
    }

    /** Numbers that the convolution reads: queries, keys, values. */
    public int channels() {
        return 2 * keyWidth() + valueWidth();
    }

    /** Numbers in one matrix. */
    int matrix() {
        return keySize * valueSize;
    }
}
