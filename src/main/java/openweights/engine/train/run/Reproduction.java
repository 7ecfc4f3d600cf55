package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import openweights.base.Sha256;
import openweights.engine.math.Backend;
import openweights.engine.train.Corpus;
import openweights.engine.train.StepResult;
import openweights.engine.train.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model from its recipe again, in a folder of its own, and compares every link of the
 * chain with the model's record: recipe, corpus, tokenizer, the model's files, the weights at each
 * checkpoint and at the end. It stops at the first link that differs.
 *
 * <pre>{@code
 * Outcome outcome = new Reproduction(model, folder, Backend.best())
 *         .go(1000, System.out::println, listener, () -> false);
 * }</pre>
 */
public final class Reproduction {

    /** The result of a reproduction. */
    public enum Outcome {
        SAME,
        DIFFERENT,
        INTERRUPTED
    }

    private final RunFolder model;
    private final RunRecord record;
    private final Recipe recipe;
    private final Path again;
    private final Backend backend;

    /**
     * @param model the folder of a model with recipe.json and run.json
     * @param again the folder to train in; an interrupted reproduction resumes there
     * @throws RunException if the model has no record
     */
    public Reproduction(Path model, Path again, Backend backend) {
        this.model = new RunFolder(model);
        this.record = RunRecord.read(this.model.record());
        this.recipe = Recipe.read(model);
        this.again = again;
        this.backend = backend;
    }

    /** The recipe that is followed. */
    public Recipe recipe() {
        return recipe;
    }

    /** Where to train unless a place is named. */
    public static Path usualFolder(Path model) {
        String name = model.toAbsolutePath().normalize().getFileName().toString();
        return Path.of("runs", name + "-again");
    }

    /** The last step to take, which is the recipe's last or an earlier one. */
    public int last(@Nullable Integer until) {
        int steps = recipe.training().steps();
        return until == null ? steps : Math.min(steps, until);
    }

    /**
     * Compares link by link.
     *
     * @param until the last step to take; with the recipe's last step, the finished model is
     *     compared too
     * @param links receives each link once it is known
     * @param listener follows the training
     * @param stop asked after each step; if it returns true, the state is saved
     */
    public Outcome go(
            int until, Consumer<HashLink> links, RunListener listener, BooleanSupplier stop)
            throws IOException {
        requireSomethingToCompare(until);
        HashChain chain = new HashChain(links);
        Corpus corpus = Corpus.of(recipe.corpus().name(), recipe.corpus().seed());
        chain.add("recipe", record.recipe(), () -> Sha256.of(model.recipe()));
        chain.add("corpus", record.corpus(), () -> Fingerprint.of(corpus, recipe));
        chain.add("tokenizer", record.tokenizer(), () -> tokenizer(corpus));
        addFiles(chain);
        if (chain.isBroken()) {
            return Outcome.DIFFERENT;
        }
        return train(until, chain, listener, stop);
    }

    private Outcome train(int until, HashChain chain, RunListener listener, BooleanSupplier stop)
            throws IOException {
        Run run = Run.open(model.recipe(), again, backend);
        for (int step : recipe.training().checkpoints()) {
            if (step <= run.step()) {
                Path saved = run.folder().checkpoint(step);
                String expected = String.valueOf(record.checkpoints().get(step));
                chain.add("step " + step, expected, () -> hash(saved));
            }
        }
        boolean reached =
                !chain.isBroken()
                        && run.go(
                                until,
                                new Comparison(chain, listener),
                                () -> chain.isBroken() || stop.getAsBoolean());
        if (reached && run.folder().isFinished()) {
            chain.add("file log.csv", record.log(), () -> hash(run.folder().log()));
        }
        return chain.isBroken() ? Outcome.DIFFERENT : reached ? Outcome.SAME : Outcome.INTERRUPTED;
    }

    private void requireSomethingToCompare(int until) {
        int steps = recipe.training().steps();
        int first = record.checkpoints().isEmpty() ? steps : record.checkpoints().firstKey();
        if (until < first) {
            throw new RunException(
                    model.path()
                            + ": no weights were saved up to step "
                            + until
                            + "; the first to compare with are those of step "
                            + first
                            + ".");
        }
    }

    private String tokenizer(Corpus corpus) throws IOException {
        return Sha256.of(Dataset.trainTokenizer(recipe, corpus).json());
    }

    /** The model's own files that are in the record. A release may omit checkpoints. */
    private void addFiles(HashChain chain) throws IOException {
        chain.add("file tokenizer.json", record.tokenizer(), () -> hash(model.tokenizer()));
        for (Map.Entry<Integer, String> checkpoint : record.checkpoints().entrySet()) {
            Path file = model.checkpoint(checkpoint.getKey());
            if (Files.exists(file)) {
                chain.add("file " + file.getFileName(), checkpoint.getValue(), () -> hash(file));
            }
        }
        chain.add("file model.safetensors", record.model(), () -> hash(model.model()));
    }

    private static String hash(Path file) throws IOException {
        return Files.exists(file) ? Sha256.of(file) : "no such file";
    }

    /** Compares the weights that a run saves, and passes its progress on. */
    private final class Comparison implements RunListener {

        private final HashChain chain;
        private final RunListener next;

        Comparison(HashChain chain, RunListener next) {
            this.chain = chain;
            this.next = next;
        }

        @Override
        public void stepped(StepResult result) {
            next.stepped(result);
        }

        @Override
        public void validated(int step, ExcessLoss excess) {
            next.validated(step, excess);
        }

        @Override
        public void saved(int step, Path file, String sha256) {
            boolean last = step == recipe.training().steps();
            String expected = last ? record.model() : record.checkpoints().get(step);
            chain.add("step " + step, String.valueOf(expected), sha256);
        }
    }
}
