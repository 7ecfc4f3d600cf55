/** Splits a text into pieces that are tokenized separately; one pre-tokenizer per file. */
@NullMarked
package openweights.engine.token.pretokenizer;

import org.jspecify.annotations.NullMarked;
