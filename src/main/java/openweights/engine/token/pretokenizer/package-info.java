/** Splits a text into pieces that are tokenized separately; one pre-tokenizer per file. */
package openweights.engine.token.pretokenizer;
