/** What is done to a text before it is cut: one part per file, in {@code Normalizer}'s order. */
@NullMarked
package openweights.engine.token.normalizer;

import org.jspecify.annotations.NullMarked;
