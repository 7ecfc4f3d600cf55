/**
 * Byte-pair encoding: starts from single characters and joins neighbors in the order in which
 * training found them. Reading order: {@code Bpe}, {@code Symbols}, {@code Merges}, {@code Seams}.
 */
@NullMarked
package openweights.engine.token.bpe;

import org.jspecify.annotations.NullMarked;
