/**
 * Tokens back to text, as a chain of pipes: each decoder takes the tokens as they come and hands on
 * what is certain, so that a stream and a whole text are decoded by the same code.
 */
@NullMarked
package openweights.engine.token.decoder;

import org.jspecify.annotations.NullMarked;
