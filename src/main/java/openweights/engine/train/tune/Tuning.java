package openweights.engine.train.tune;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
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
 * A released model that goes on learning before one's eyes: all its weights, or an adapter beside
 * them.
 *
 * <pre>{@code
 * Base base = Base.open(Path.of("lessons/models/seedling-weights"));
 * Tuning tuning = Tuning.lora(base, Corpus.of("hunts", 1), LoraConfig.ofRank(8), TuningConfig.lora());
 * tuning.learn(progress -> chart.add(progress.step(), progress.loss()));
 * tuning.model();
 * }</pre>
 *
 * The same base, corpus and plan give the same weights to the bit. The released files stay as they
 * are.
 */
public final class Tuning {

    private final Base base;
    private final Corpus corpus;
    private final TuningConfig plan;
    private final Backend backend;
    private final Trainable learning;

    private Tuning(
            Base base, Corpus corpus, TuningConfig plan, Backend backend, Trainable learning) {
        this.base = base;
        this.corpus = corpus;
        this.plan = plan;
        this.backend = backend;
        this.learning = learning;
    }

    /** Full fine-tuning: all weights learn. */
    public static Tuning full(Base base, Corpus corpus, TuningConfig plan) {
        return full(base, corpus, plan, Backend.best());
    }

    public static Tuning full(Base base, Corpus corpus, TuningConfig plan, Backend backend) {
        Trainer learner =
                new Trainer(
                        base.shape(),
                        base.parameters(),
                        base.weights(),
                        plan.optimizer(),
                        plan.steps(),
                        plan.chunks(),
                        backend);
        return new Tuning(base, corpus, plan, backend, learner);
    }

    /** The base's weights stay; a LoRA adapter learns. */
    public static Tuning lora(Base base, Corpus corpus, LoraConfig lora, TuningConfig plan) {
        return lora(base, corpus, lora, plan, Backend.best());
    }

    public static Tuning lora(
            Base base, Corpus corpus, LoraConfig lora, TuningConfig plan, Backend backend) {
        LoraTrainer learner =
                new LoraTrainer(
                        base.shape(),
                        base.parameters(),
                        base.weights(),
                        lora,
                        plan.seed(),
                        plan.optimizer(),
                        plan.steps(),
                        plan.chunks(),
                        backend);
        return new Tuning(base, corpus, plan, backend, learner);
    }

    /** Takes one step. */
    public StepResult learn() {
        long first = (long) learning.step() * plan.batchStories();
        return learning.learn(
                LongStream.range(first, first + plan.batchStories())
                        .mapToObj(i -> ids(corpus.train(i)))
                        .toList());
    }

    /** Takes steps up to the plan's last one, as long as {@code goOn} says so after each. */
    public void learn(Predicate<StepResult> goOn) {
        boolean going = true;
        while (going && learning.step() < plan.steps()) {
            going = goOn.test(learn());
        }
    }

    /** How many steps have been taken. */
    public int step() {
        return learning.step();
    }

    /** The loss on validation stories of any corpus, beside the best possible. */
    public ExcessLoss excess(Corpus of, int stories) {
        List<String> texts = LongStream.range(0, stories).mapToObj(of::validation).toList();
        List<int[]> ids = texts.stream().map(this::ids).toList();
        double loss = learning.loss(ids);
        long tokens = ids.stream().mapToLong(MicroBatch::predictions).sum();
        double nats = texts.stream().mapToDouble(of::logProbability).sum();
        return new ExcessLoss(loss, loss * tokens / stories, -nats / stories);
    }

    /** A model with the weights as they are now; learning on does not change it. */
    public Model model() {
        return TrainedTensors.model(base.config(), learning, backend);
    }

    /** A tensor's numbers as they are now, row after row, by its name in Llama's files. */
    public float[] weights(String name) {
        return TrainedTensors.copy(learning, name);
    }

    /**
     * What an adapter has learned by now.
     *
     * @throws IllegalStateException after full fine-tuning
     */
    public Adapter adapter() {
        if (learning instanceof LoraTrainer learner) {
            return learner.adapter(BaseName.of(base.folder()));
        }
        throw new IllegalStateException(
                "All weights have learned here, so there is no adapter; save the model instead.");
    }

    public Base base() {
        return base;
    }

    public Tokenizer tokenizer() {
        return base.tokenizer();
    }

    public TuningConfig plan() {
        return plan;
    }

    /** A story from its first to its last id. */
    private int[] ids(String story) {
        int[] ids = base.tokenizer().encode(story);
        if (ids.length > base.shape().maxPositionEmbeddings()) {
            throw new IllegalArgumentException(
                    "This story has %d tokens, but the model reads no more than %d: %s"
                            .formatted(ids.length, base.shape().maxPositionEmbeddings(), story));
        }
        int[] ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = base.end();
        return ended;
    }
}
