package openweights.engine.generate;

/**
 * One step from a model's logits to the next token.
 *
 * @param name the processor and its setting, such as {@code top-k 40}
 */
record SamplingStep(String name, LogitsProcessor processor) {}
