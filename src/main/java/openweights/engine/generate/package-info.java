/**
 * Logits to text: processors that change the logits, samplers that pick a token, and the loop that
 * generates until something ends the text. Read {@link
 * openweights.engine.generate.LogitsProcessor}, {@link openweights.engine.generate.Sampler}, {@link
 * openweights.engine.generate.Generator}.
 */
@NullMarked
package openweights.engine.generate;

import org.jspecify.annotations.NullMarked;
