/** Changes a text before it is split; one normalizer per file, listed in {@code Normalizer}. */
@NullMarked
package openweights.engine.token.normalizer;

import org.jspecify.annotations.NullMarked;
