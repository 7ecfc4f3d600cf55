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

/**
 * Follows a model's recipe again, in a folder of its own, and compares every link of the chain with
 * the model's record: recipe, corpus, tokenizer, the model's files, the weights after each
 * checkpoint's step and at the end. It ends at the first one that differs.
 *
 * <pre>{@code
 * Outcome outcome = new Reproduction(model, folder, Backend.best())
 *         .go(1000, link -> System.out.println(link), watcher, () -> false);
 * }</pre>
 */
public final class Reproduction {

    /** How it ended. */
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
     * @param model the folder of a model that was trained to its end
     * @param again where the recipe is followed again; an interrupted reproduction goes on there
     * @throws RunException if the model has no record
     */
    public Reproduction(Path model, Path again, Backend backend) {
        this.model = new RunFolder(model);
        this.record = RunRecord.read(this.model.record());
        this.recipe = Recipe.read(model);
        this.again = again;
        this.backend = backend;
    }

    public Recipe recipe() {
        return recipe;
    }

    /**
     * Compares link after link.
     *
     * @param until the last step to take; the recipe's last one compares the finished model, too
     * @param links gets each link as it is known
     */
    public Outcome go(
            int until, Consumer<HashLink> links, RunListener watcher, BooleanSupplier stop)
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
        return train(until, chain, watcher, stop);
    }

    private Outcome train(int until, HashChain chain, RunListener watcher, BooleanSupplier stop)
            throws IOException {
        Run run = Run.open(model.recipe(), again, backend);
        for (int step : recipe.training().checkpoints()) {
            if (step <= run.step()) {
                Path kept = run.folder().checkpoint(step);
                String expected = String.valueOf(record.checkpoints().get(step));
                chain.add("step " + step, expected, () -> hash(kept));
            }
        }
        boolean there =
                !chain.isBroken()
                        && run.go(
                                until,
                                new Comparison(chain, watcher),
                                () -> chain.isBroken() || stop.getAsBoolean());
        if (there && run.folder().isFinished()) {
            chain.add("file log.csv", record.log(), () -> hash(run.folder().log()));
        }
        return chain.isBroken() ? Outcome.DIFFERENT : there ? Outcome.SAME : Outcome.INTERRUPTED;
    }

    private void requireSomethingToCompare(int until) {
        int steps = recipe.training().steps();
        int first = record.checkpoints().isEmpty() ? steps : record.checkpoints().firstKey();
        if (until < first) {
            throw new RunException(
                    model.path()
                            + ": nothing was kept up to step "
                            + until
                            + "; the first weights to compare with are those after step "
                            + first
                            + ".");
        }
    }

    private String tokenizer(Corpus corpus) throws IOException {
        String json = Dataset.trainTokenizer(recipe, corpus).json();
        return Sha256.of(json);
    }

    /** The model's own files that the record knows. A release may leave checkpoints out. */
    private void addFiles(HashChain chain) throws IOException {
        chain.add("file tokenizer.json", record.tokenizer(), () -> hash(model.tokenizer()));
        for (Map.Entry<Integer, String> kept : record.checkpoints().entrySet()) {
            Path file = model.checkpoint(kept.getKey());
            if (Files.exists(file)) {
                chain.add("file " + file.getFileName(), kept.getValue(), () -> hash(file));
            }
        }
        chain.add("file model.safetensors", record.model(), () -> hash(model.model()));
    }

    private static String hash(Path file) throws IOException {
        return Files.exists(file) ? Sha256.of(file) : "no such file";
    }

    /** Compares what a run keeps, and lets another watcher see everything. */
    private final class Comparison implements RunListener {

        private final HashChain chain;
        private final RunListener other;

        Comparison(HashChain chain, RunListener other) {
            this.chain = chain;
            this.other = other;
        }

        @Override
        public void stepped(StepResult progress) {
            other.stepped(progress);
        }

        @Override
        public void validated(int step, ExcessLoss excess) {
            other.validated(step, excess);
        }

        @Override
        public void kept(int step, Path file, String sha256) {
            boolean last = step == recipe.training().steps();
            String expected = last ? record.model() : record.checkpoints().get(step);
            chain.add("step " + step, String.valueOf(expected), sha256);
        }
    }
}
