/**
 * Byte-pair encoding: starts with single characters and merges neighbors in the order in which
 * training found the merges. Reading order: {@code Bpe}, {@code Symbols}, {@code Merges}, {@code
 * Seams}.
 */
@NullMarked
package openweights.engine.token.bpe;

import org.jspecify.annotations.NullMarked;
