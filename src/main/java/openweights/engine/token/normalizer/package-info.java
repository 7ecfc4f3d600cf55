/** Changes a text before it is split; one normalizer per file, listed in {@code Normalizer}. */
package openweights.engine.token.normalizer;
