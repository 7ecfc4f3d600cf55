/**
 * Weights in fewer bits, and the error that this causes. Read {@link
 * openweights.engine.quantize.Bits}, {@link openweights.engine.quantize.QuantizedMatrix}, then
 * {@link openweights.engine.quantize.Quantized}.
 */
@NullMarked
package openweights.engine.quantize;

import org.jspecify.annotations.NullMarked;
