/** Reads {@code tokenizer.json} and says, for every complaint, which file and which place in it. */
package openweights.engine.token.json;
