/**
 * Weights in fewer bits, and what that costs. Read {@link openweights.quantize.Bits}, {@link
 * openweights.quantize.QuantizedMatrix}, then {@link openweights.quantize.Quantized}.
 */
package openweights.quantize;
