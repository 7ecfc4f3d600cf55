package openweights.engine.train;

/**
 * How a step went.
 *
 * @param step counted from 1
 * @param tokens how many tokens were learned from in this step
 * @param loss nats per token, before the step
 * @param rate the learning rate
 * @param gradientNorm the gradient's length before it was shortened
 */
public record StepResult(int step, int tokens, double loss, double rate, double gradientNorm) {}
