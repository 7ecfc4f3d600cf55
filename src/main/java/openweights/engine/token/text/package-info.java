/**
 * What normalizers and pre-tokenizers share: text that keeps track of its origin, regular
 * expressions in the dialect of tokenizer files, and the same Unicode version on every JDK.
 *
 * <p>Read {@code Text}, {@code Finder}, {@code Regex} and {@code Oniguruma}, in this order.
 */
@NullMarked
package openweights.engine.token.text;

import org.jspecify.annotations.NullMarked;
