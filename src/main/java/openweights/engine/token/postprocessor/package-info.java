/** Adds special tokens to the tokens of a text, such as the beginning-of-text token. */
@NullMarked
package openweights.engine.token.postprocessor;

import org.jspecify.annotations.NullMarked;
