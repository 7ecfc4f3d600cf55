/**
 * Text to token ids and back, as a model's {@code tokenizer.json} says. Reading order: {@link
 * openweights.engine.token.Tokenizer}, then the parts in the order in which a text meets them:
 * {@code normalizer}, {@code pretokenizer}, {@code bpe}, {@code postprocessor}, and {@code decoder}
 * for the way back.
 */
@NullMarked
package openweights.engine.token;

import org.jspecify.annotations.NullMarked;
