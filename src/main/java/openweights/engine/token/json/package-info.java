/** Reads {@code tokenizer.json} and says, for every complaint, which file and which place in it. */
@NullMarked
package openweights.engine.token.json;

import org.jspecify.annotations.NullMarked;
