/**
 * Weights as files: safetensors (one file or shards) and .npy, in and out. Read {@link
 * openweights.weights.Safetensors} first, then {@link openweights.weights.HeaderReader} and {@link
 * openweights.weights.Layout} (which files are refused, and why), then {@link
 * openweights.weights.StoredTensor} (how numbers are read) and {@link
 * openweights.weights.SafetensorsWriter}.
 */
package openweights.weights;
