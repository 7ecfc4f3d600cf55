/** Cuts a text into pieces, inside of which the model then finds its tokens: one part per file. */
package openweights.engine.token.pretokenizer;
