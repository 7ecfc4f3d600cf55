/**
 * What normalizers and pre-tokenizers share: text that remembers where it came from, regular
 * expressions in the dialect of tokenizer files, and one Unicode version for every JDK.
 */
@NullMarked
package openweights.engine.token.text;

import org.jspecify.annotations.NullMarked;
