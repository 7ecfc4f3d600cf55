/**
 * Logits to text: steps that bend the odds, samplers that pick a token, and the loop that goes on
 * until something ends it. Read {@link openweights.generate.Step}, {@link
 * openweights.generate.Sampler}, {@link openweights.generate.Generator}.
 */
package openweights.generate;
