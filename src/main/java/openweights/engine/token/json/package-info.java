/** Reads {@code tokenizer.json}; every error message names the file and the place in it. */
@NullMarked
package openweights.engine.token.json;

import org.jspecify.annotations.NullMarked;
