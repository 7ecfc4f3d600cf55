/** Learns a tokenizer from texts, and writes its tokenizer.json. */
package openweights.engine.token.train;
