/**
 * Logits to text: steps that bend the odds, samplers that pick a token, and the loop that goes on
 * until something ends it. Read {@link openweights.engine.generate.LogitsProcessor}, {@link
 * openweights.engine.generate.Sampler}, {@link openweights.engine.generate.Generator}.
 */
@NullMarked
package openweights.engine.generate;

import org.jspecify.annotations.NullMarked;
