package openweights.engine.train.lora;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.train.BatchGradient;
import openweights.engine.train.StepResult;
import openweights.engine.train.Trainable;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.AdamW;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * Trains an adapter beside frozen weights. The forward and backward pass use {@code W + scale * B
 * A}; the gradients of A and B follow from the gradient of that sum by the chain rule. Matrices
 * without an adapter get no gradient.
 *
 * <p>So a step takes about three quarters of a step of full fine-tuning: activations and their
 * gradients still pass through every matrix. What is small is the trained result.
 */
public final class LoraTrainer implements Trainable {

    private final Backend backend;
    private final OptimizerConfig settings;
    private final int steps;
    private final LoraConfig lora;
    private final Parameters parameters;
    private final float[] base;
    private final float[] weights; // base + scale * B A
    private final BatchGradient gradient;
    private final List<Part> parts = new ArrayList<>();
    private int step;

    /** The part of the adapter that belongs to one matrix. */
    private static final class Part {
        final Parameter target;
        final LowRank added;
        final float[] dA;
        final float[] dB;
        final AdamW optimizerOfA;
        final AdamW optimizerOfB;

        Part(Parameter target, LowRank added, OptimizerConfig settings) {
            this.target = target;
            this.added = added;
            dA = new float[added.a().length];
            dB = new float[added.b().length];
            optimizerOfA = new AdamW(settings, dA.length);
            optimizerOfB = new AdamW(settings, dB.length);
        }
    }

    /**
     * @param base the frozen weights, in the layout of {@code parameters}
     * @param seed of the initial A
     * @param steps the length of the whole training, which the learning rate depends on
     * @param chunks how many chunks a batch is cut into
     * @throws UserException if the adapter does not fit the matrices
     */
    public LoraTrainer(
            NetworkConfig network,
            Parameters parameters,
            float[] base,
            LoraConfig lora,
            long seed,
            OptimizerConfig settings,
            int steps,
            int chunks,
            Backend backend) {
        this.backend = backend;
        this.settings = settings;
        this.steps = steps;
        this.lora = lora;
        this.parameters = parameters;
        this.base = base;
        this.weights = base.clone();
        List<Parameter> targets = TargetModules.of(parameters, lora);
        List<Parameter> groups = parameters.groupsOf(targets);
        this.gradient = new BatchGradient(network, parameters, groups, chunks, backend);
        Random random = new Random(seed);
        for (Parameter target : targets) {
            LowRank initial = LowRank.initial(target.rows(), target.columns(), lora, random);
            parts.add(new Part(target, initial, settings));
        }
    }

    @Override
    public StepResult learn(List<int[]> texts) {
        BatchGradient.Found found = gradient.learn(weights, texts);
        double rate = settings.rate(step, steps);
        double norm = backward();
        for (Part part : parts) {
            LowRank added = part.added;
            part.optimizerOfA.update(backend.pool(), step, rate, norm, part.dA, added.a());
            part.optimizerOfB.update(backend.pool(), step, rate, norm, part.dB, added.b());
        }
        each(part -> part.added.merge(part.target, base, weights));
        step++;
        return new StepResult(step, found.tokens(), found.loss(), rate, norm);
    }

    /** Derives the gradient of the adapter from that of all weights; returns its norm. */
    private double backward() {
        each(part -> part.added.backward(part.target, gradient.sum(), part.dA, part.dB));
        double squares = 0;
        for (Part part : parts) {
            squares += squares(part.dA) + squares(part.dB);
        }
        return Math.sqrt(squares);
    }

    private interface Work {
        void on(Part part);
    }

    /** Each part is processed by one thread, so the number of threads changes no bit. */
    private void each(Work work) {
        backend.pool()
                .each(
                        parts.size(),
                        1,
                        (from, to) -> parts.subList(from, to).forEach(part -> work.on(part)));
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    @Override
    public double loss(List<int[]> texts) {
        return gradient.loss(weights, texts);
    }

    /**
     * A copy of the adapter as it is now; further training does not change it.
     *
     * @param of the model that it is trained for
     */
    public Adapter adapter(BaseName of) {
        Map<String, LowRank> copies = new LinkedHashMap<>();
        for (Part part : parts) {
            copies.put(TargetModules.module(part.target.name()), part.added.copy());
        }
        return new Adapter(lora, of, copies);
    }

    /** The base's weights plus the adapter's current update. */
    @Override
    public float[] weights() {
        return weights;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public int step() {
        return step;
    }
}
