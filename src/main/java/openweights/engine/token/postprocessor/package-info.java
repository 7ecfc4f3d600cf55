/** Puts special tokens around the tokens of a text, such as the beginning-of-text token. */
package openweights.engine.token.postprocessor;
