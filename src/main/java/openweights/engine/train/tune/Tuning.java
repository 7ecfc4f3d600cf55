package openweights.engine.train.tune;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.Corpus;
import openweights.engine.train.StepResult;
import openweights.engine.train.Trainable;
import openweights.engine.train.TrainedTensors;
import openweights.engine.train.Trainer;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.lora.BaseName;
import openweights.engine.train.lora.LoraConfig;
import openweights.engine.train.lora.LoraTrainer;
import openweights.engine.train.network.MicroBatch;
import openweights.engine.train.run.ExcessLoss;

/**
 * Fine-tuning, step by step: all weights of a released model, or an adapter beside them.
 *
 * <pre>{@code
 * Base base = Base.open(Path.of("lessons/models/seedling-weights"));
 * Tuning tuning = Tuning.lora(base, Corpus.of("hunts", 1), LoraConfig.ofRank(8), TuningConfig.lora());
 * tuning.learn(result -> chart.add(result.step(), result.loss()));
 * tuning.model();
 * }</pre>
 *
 * <p>The same base, corpus and settings give the same weights to the bit. The released files stay
 * unchanged.
 */
public final class Tuning {

    private final Base base;
    private final Corpus corpus;
    private final TuningConfig config;
    private final Backend backend;
    private final Trainable training;

    private Tuning(
            Base base, Corpus corpus, TuningConfig config, Backend backend, Trainable training) {
        this.base = base;
        this.corpus = corpus;
        this.config = config;
        this.backend = backend;
        this.training = training;
    }

    /** Full fine-tuning: all weights are trained. */
    public static Tuning full(Base base, Corpus corpus, TuningConfig config) {
        return full(base, corpus, config, Backend.best());
    }

    /** The same on a given backend. */
    public static Tuning full(Base base, Corpus corpus, TuningConfig config, Backend backend) {
        Trainer trainer =
                new Trainer(
                        base.network(),
                        base.parameters(),
                        base.weights(),
                        config.optimizer(),
                        config.steps(),
                        config.chunks(),
                        backend);
        return new Tuning(base, corpus, config, backend, trainer);
    }

    /** The base's weights stay frozen; a LoRA adapter is trained. */
    public static Tuning lora(Base base, Corpus corpus, LoraConfig lora, TuningConfig config) {
        return lora(base, corpus, lora, config, Backend.best());
    }

    /** The same on a given backend. */
    public static Tuning lora(
            Base base, Corpus corpus, LoraConfig lora, TuningConfig config, Backend backend) {
        LoraTrainer trainer =
                new LoraTrainer(
                        base.network(),
                        base.parameters(),
                        base.weights(),
                        lora,
                        config.seed(),
                        config.optimizer(),
                        config.steps(),
                        config.chunks(),
                        backend);
        return new Tuning(base, corpus, config, backend, trainer);
    }

    /** Takes one step. */
    public StepResult learn() {
        long first = (long) training.step() * config.batchStories();
        return training.learn(
                LongStream.range(first, first + config.batchStories())
                        .mapToObj(i -> ids(corpus.train(i)))
                        .toList());
    }

    /** Takes steps up to the last one, as long as {@code goOn} returns true after each. */
    public void learn(Predicate<StepResult> goOn) {
        boolean going = true;
        while (going && training.step() < config.steps()) {
            going = goOn.test(learn());
        }
    }

    /** How many steps have been taken so far. */
    public int step() {
        return training.step();
    }

    /** The loss on validation stories of any corpus, compared with the best possible. */
    public ExcessLoss excess(Corpus of, int stories) {
        List<String> texts = LongStream.range(0, stories).mapToObj(of::validation).toList();
        List<int[]> ids = texts.stream().map(this::ids).toList();
        double loss = training.loss(ids);
        long tokens = ids.stream().mapToLong(MicroBatch::predictions).sum();
        double nats = texts.stream().mapToDouble(of::logProbability).sum();
        return new ExcessLoss(loss, loss * tokens / stories, -nats / stories);
    }

    /** A model with a copy of the current weights; further training does not change it. */
    public Model model() {
        return TrainedTensors.model(base.config(), training, backend);
    }

    /** A copy of a tensor's current values, row by row, by its name in Llama's files. */
    public float[] weights(String name) {
        return TrainedTensors.copy(training, name);
    }

    /**
     * A copy of the adapter as it is now.
     *
     * @throws IllegalStateException after full fine-tuning
     */
    public Adapter adapter() {
        if (training instanceof LoraTrainer trainer) {
            return trainer.adapter(BaseName.of(base.folder()));
        }
        throw new IllegalStateException(
                "All weights were trained, so there is no adapter. Save the model instead.");
    }

    public Base base() {
        return base;
    }

    public Tokenizer tokenizer() {
        return base.tokenizer();
    }

    public TuningConfig config() {
        return config;
    }

    /** The ids of a story, including its beginning and its end. */
    private int[] ids(String story) {
        int[] ids = base.tokenizer().encode(story);
        if (ids.length > base.network().maxPositionEmbeddings()) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "This story has %d tokens, but the model's context is %d tokens: %s",
                            ids.length,
                            base.network().maxPositionEmbeddings(),
                            story));
        }
        int[] ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = base.end();
        return ended;
    }
}
