package openweights.engine.train.lora;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * An adapter that learns beside weights that do not. The network goes forward and back with {@code
 * W + scale * B A}; the gradients of A and B follow from that of the whole by the chain rule.
 *
 * <p>So a step takes as long as one of full fine-tuning. What is small is what is learned and kept.
 */
public final class LoraTrainer implements Trainable {

    private final Backend backend;
    private final OptimizerConfig settings;
    private final int steps;
    private final LoraConfig lora;
    private final Parameters parameters;
    private final float[] base;
    private final float[] weights; // the base's with what the adapter adds
    private final BatchGradient gradient;
    private final List<Part> parts = new ArrayList<>();
    private int step;

    /** One matrix's share of the adapter. */
    private static final class Part {
        final Parameter target;
        final LowRank added;
        final float[] dA;
        final float[] dB;
        final AdamW stepsOfA;
        final AdamW stepsOfB;

        Part(Parameter target, LowRank added, OptimizerConfig settings) {
            this.target = target;
            this.added = added;
            dA = new float[added.a().length];
            dB = new float[added.b().length];
            stepsOfA = new AdamW(settings, dA.length);
            stepsOfB = new AdamW(settings, dB.length);
        }
    }

    /**
     * @param base the weights that stay, as {@code parameters} lays them out
     * @param steps how many steps the whole training has; the learning rate depends on it
     * @param seed of the first A
     * @throws IllegalArgumentException if the adapter does not suit the matrices
     */
    public LoraTrainer(
            NetworkConfig shape,
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
        this.gradient = new BatchGradient(shape, parameters, chunks, backend);
        Random random = new Random(seed);
        for (Parameter target : TargetModules.of(parameters, lora)) {
            LowRank begin = LowRank.begin(target.rows(), target.columns(), lora, random);
            parts.add(new Part(target, begin, settings));
        }
    }

    @Override
    public StepResult learn(List<int[]> texts) {
        BatchGradient.Found found = gradient.learn(weights, texts);
        double rate = settings.rate(step, steps);
        double norm = backward();
        for (Part part : parts) {
            LowRank added = part.added;
            part.stepsOfA.update(backend.pool(), step, rate, norm, part.dA, added.a());
            part.stepsOfB.update(backend.pool(), step, rate, norm, part.dB, added.b());
        }
        each(part -> part.added.merge(part.target, base, weights));
        step++;
        return new StepResult(step, found.tokens(), found.loss(), rate, norm);
    }

    /** From the gradient of all weights to that of the adapter; returns its length. */
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

    /** Each part belongs to one thread, so their number changes no bit. */
    private void each(Work work) {
        backend.pool()
                .each(
                        parts.size(),
                        1,
                        (from, to) -> parts.subList(from, to).forEach(part -> work.on(part)));
    }

    private static double squares(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += (double) number * number;
        }
        return sum;
    }

    @Override
    public double loss(List<int[]> texts) {
        return gradient.loss(weights, texts);
    }

    /**
     * What has been learned by now; learning on does not change it.
     *
     * @param of whose weights they learned beside
     */
    public Adapter adapter(BaseName of) {
        Map<String, LowRank> copies = new LinkedHashMap<>();
        for (Part part : parts) {
            copies.put(TargetModules.module(part.target.name()), part.added.copy());
        }
        return new Adapter(lora, of, copies);
    }

    /** The base's weights with what the adapter adds by now. */
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
