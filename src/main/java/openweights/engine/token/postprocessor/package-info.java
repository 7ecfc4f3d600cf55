/** Adds special tokens to the tokens of a text, such as the beginning-of-text token. */
package openweights.engine.token.postprocessor;
