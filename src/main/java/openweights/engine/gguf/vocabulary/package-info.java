/**
 * The tokenizer in a GGUF file, in the terms of tokenizer.json. Read {@link
 * openweights.engine.gguf.vocabulary.GgufTokenizer} first.
 */
@NullMarked
package openweights.engine.gguf.vocabulary;

import org.jspecify.annotations.NullMarked;
