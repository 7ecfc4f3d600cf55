/** What is done to a text before it is cut: one part per file, in {@code Normalizer}'s order. */
package openweights.engine.token.normalizer;
