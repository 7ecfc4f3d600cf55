package openweights.engine.quantize;

import openweights.engine.block.BlockType;

/**
 * How far a tensor's quantized weights are from the original ones.
 *
 * @param rootMeanSquare root mean square of the differences
 * @param largest magnitude of a difference
 * @param relative root mean square of the differences / root mean square of the weights
 * @param bitsPerWeight scales included
 * @param type how it is stored: what was asked for, unless its rows are not whole blocks of that
 */
public record TensorError(
        String tensor,
        int rows,
        int columns,
        double rootMeanSquare,
        double largest,
        double relative,
        double bitsPerWeight,
        BlockType type) {

    static TensorError of(String tensor, float[] weights, QuantizedMatrix quantized) {
        double squares = 0;
        double energy = 0;
        double largest = 0;
        float[] changed = quantized.weights();
        for (int i = 0; i < weights.length; i++) {
            double difference = (double) changed[i] - weights[i];
            squares += difference * difference;
            energy += (double) weights[i] * weights[i];
            largest = Math.max(largest, Math.abs(difference));
        }
        return new TensorError(
                tensor,
                quantized.rows(),
                quantized.columns(),
                Math.sqrt(squares / weights.length),
                largest,
                energy == 0 ? 0 : Math.sqrt(squares / energy),
                8.0 * quantized.size() / weights.length,
                quantized.type());
    }
}
