/** Reads {@code tokenizer.json}; every error message names the file and the place in it. */
package openweights.engine.token.json;
