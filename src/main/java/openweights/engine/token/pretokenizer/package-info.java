/** Cuts a text into pieces, inside of which the model then finds its tokens: one part per file. */
@NullMarked
package openweights.engine.token.pretokenizer;

import org.jspecify.annotations.NullMarked;
