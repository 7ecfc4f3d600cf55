/** Trains a tokenizer on texts and writes its tokenizer.json. */
@NullMarked
package openweights.engine.token.train;

import org.jspecify.annotations.NullMarked;
