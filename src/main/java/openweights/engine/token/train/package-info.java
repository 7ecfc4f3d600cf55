/** Trains a tokenizer on texts and writes its tokenizer.json. */
package openweights.engine.token.train;
