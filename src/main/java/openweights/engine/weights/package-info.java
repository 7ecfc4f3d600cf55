/**
 * Reads and writes weight files: safetensors (one file or shards) and .npy. Read {@link
 * openweights.engine.weights.Safetensors} first, then {@link
 * openweights.engine.weights.HeaderReader} and {@link openweights.engine.weights.Layout} (which
 * files are refused, and why), then {@link openweights.engine.weights.StoredTensor} (how numbers
 * are read) and {@link openweights.engine.weights.SafetensorsWriter}.
 */
@NullMarked
package openweights.engine.weights;

import org.jspecify.annotations.NullMarked;
