package openweights.engine.train;

/**
 * The result of a training step.
 *
 * @param step counted from 1
 * @param tokens how many tokens the step was trained on
 * @param loss nats per token, before the update
 * @param rate the learning rate
 * @param gradientNorm the norm of the gradient before clipping
 */
public record StepResult(int step, int tokens, double loss, double rate, double gradientNorm) {}
