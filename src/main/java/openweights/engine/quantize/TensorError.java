package openweights.engine.quantize;

/**
 * How far a tensor's weights are from what they were.
 *
 * @param rootMeanSquare of the differences
 * @param largest of the differences' magnitudes
 * @param relative the root mean square of the differences over that of the weights
 * @param bitsPerWeight scales included
 */
public record TensorError(
        String tensor,
        int rows,
        int columns,
        double rootMeanSquare,
        double largest,
        double relative,
        double bitsPerWeight) {

    static TensorError of(String tensor, float[] weights, QuantizedMatrix quantized) {
        double squares = 0;
        double whole = 0;
        double largest = 0;
        float[] now = quantized.weights();
        for (int i = 0; i < weights.length; i++) {
            double off = (double) now[i] - weights[i];
            squares += off * off;
            whole += (double) weights[i] * weights[i];
            largest = Math.max(largest, Math.abs(off));
        }
        return new TensorError(
                tensor,
                quantized.rows(),
                quantized.columns(),
                Math.sqrt(squares / weights.length),
                largest,
                whole == 0 ? 0 : Math.sqrt(squares / whole),
                (double) quantized.size() / weights.length);
    }
}
