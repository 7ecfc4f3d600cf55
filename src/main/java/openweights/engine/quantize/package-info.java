/**
 * Weights in fewer bits, and what that costs. Read {@link openweights.engine.quantize.Bits}, {@link
 * openweights.engine.quantize.QuantizedMatrix}, then {@link openweights.engine.quantize.Quantized}.
 */
@NullMarked
package openweights.engine.quantize;

import org.jspecify.annotations.NullMarked;
