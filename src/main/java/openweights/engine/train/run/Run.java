package openweights.engine.train.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import openweights.base.Sha256;
import openweights.engine.math.Backend;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.Corpus;
import openweights.engine.train.StepResult;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.recipe.Recipe;

/**
 * The training of a model from its recipe, in a folder of its own. It may be interrupted or killed
 * at any moment; the same call resumes from the last saved state and ends with the same bytes.
 *
 * <pre>{@code
 * Run run = Run.open(Path.of("recipe.json"), folder, Backend.best());
 * run.go(run.recipe().training().steps(), listener, () -> false);
 * }</pre>
 */
public final class Run {

    /** How often the state is saved, in nanoseconds. */
    private static final long SAVE_INTERVAL = 20_000_000_000L;

    private final Recipe recipe;
    private final RunFolder folder;
    private final Backend backend;
    private final Corpus corpus;
    private final Dataset dataset;
    private final Trainer trainer;
    private final String recipeHash;
    private final long logLength;

    private Run(Recipe recipe, byte[] recipeBytes, RunFolder folder, Backend backend)
            throws IOException {
        this.recipe = recipe;
        this.folder = folder;
        this.backend = backend;
        this.recipeHash = Sha256.of(recipeBytes);
        this.corpus = Dataset.corpus(recipe);
        RunFolder.write(folder.recipe(), recipeBytes);
        Tokenizer tokenizer = tokenizer();
        this.dataset = new Dataset(recipe, corpus, tokenizer);
        writeConfigs(tokenizer);
        DiskSpace.require(folder, recipe, new Parameters(recipe.model()));
        this.trainer = InMemoryRun.trainer(recipe, backend);
        this.logLength =
                Files.exists(folder.state())
                        ? RunState.read(folder.state(), trainer, recipeHash)
                        : 0;
    }

    /**
     * Starts a run, or resumes an interrupted one.
     *
     * @param recipeFile a recipe.json, or a folder that has one
     * @param folder the folder of the run; it may not exist yet
     * @throws RunException if the folder has a finished run, another recipe's, or other files
     */
    public static Run open(Path recipeFile, Path folder, Backend backend) throws IOException {
        Recipe recipe = Recipe.read(recipeFile);
        Path file = Files.isDirectory(recipeFile) ? recipeFile.resolve("recipe.json") : recipeFile;
        byte[] bytes = Files.readAllBytes(file);
        RunFolder run = new RunFolder(folder);
        run.requireFor(recipe, bytes);
        return new Run(recipe, bytes, run, backend);
    }

    private Tokenizer tokenizer() throws IOException {
        byte[] json =
                Dataset.trainTokenizer(recipe, corpus).json().getBytes(StandardCharsets.UTF_8);
        if (Files.exists(folder.tokenizer())
                && !Sha256.of(json).equals(Sha256.of(folder.tokenizer()))) {
            throw new RunException(
                    folder.tokenizer()
                            + ": is not the tokenizer that the recipe produces. Delete this file and "
                            + folder.state()
                            + " to start over, or choose another folder with --out.");
        }
        RunFolder.write(folder.tokenizer(), json);
        return Tokenizer.open(folder.tokenizer());
    }

    private void writeConfigs(Tokenizer tokenizer) throws IOException {
        int begin = tokenizer.idOf(Dataset.BEGIN).orElseThrow();
        int end = tokenizer.idOf(Dataset.END).orElseThrow();
        RunFolder.write(folder.config(), ModelFiles.config(recipe.model(), begin, end));
        RunFolder.write(
                folder.generationConfig(),
                ModelFiles.generationConfig(recipe.generation(), begin, end));
    }

    public Recipe recipe() {
        return recipe;
    }

    public RunFolder folder() {
        return folder;
    }

    /** How many steps have been taken so far. */
    public int step() {
        return trainer.step();
    }

    public Trainer trainer() {
        return trainer;
    }

    /**
     * Trains.
     *
     * @param until the step to stop after; the recipe's last step finishes the run
     * @param stop asked after each step; if it returns true, the state is saved and training stops
     * @return true if step {@code until} was reached
     * @throws RunException if another process trains in the folder, or it cannot be written
     */
    public boolean go(int until, RunListener listener, BooleanSupplier stop) throws IOException {
        RunLock lock = new RunLock(folder);
        try {
            return train(until, listener, stop);
        } catch (IOException e) {
            throw new RunException(
                    folder.path()
                            + ": cannot be written ("
                            + e.getMessage()
                            + "). Free up space or repair the folder, then run the same command again: it resumes from the last saved state.",
                    e);
        } finally {
            lock.close();
        }
    }

    private boolean train(int until, RunListener listener, BooleanSupplier stop)
            throws IOException {
        int last = Math.min(until, recipe.training().steps());
        Validation validation = Validation.of(dataset, corpus, backend.pool());
        try (TrainingLog log = new TrainingLog(folder.log(), logLength)) {
            long saved = System.nanoTime();
            while (trainer.step() < last) {
                step(validation, listener, log);
                boolean stopping = stop.getAsBoolean();
                if (log.isComplete() && (stopping || System.nanoTime() - saved > SAVE_INTERVAL)) {
                    RunState.write(folder.state(), trainer, recipeHash, log.length());
                    saved = System.nanoTime();
                    if (stopping) {
                        return false;
                    }
                }
            }
            if (log.isComplete()) {
                RunState.write(folder.state(), trainer, recipeHash, log.length());
            }
        }
        if (last == recipe.training().steps()) {
            finish(listener);
        }
        return true;
    }

    private void step(Validation validation, RunListener listener, TrainingLog log)
            throws IOException {
        StepResult result = trainer.learn(dataset.batch(trainer.step(), backend.pool()));
        listener.stepped(result);
        int step = result.step();
        boolean checkpoint = recipe.training().checkpoints().contains(step);
        boolean last = step == recipe.training().steps();
        double loss = Double.NaN;
        if (checkpoint || last || step % recipe.validation().every() == 0) {
            ExcessLoss excess = validation.measure(trainer);
            loss = excess.loss();
            listener.validated(step, excess);
        }
        log.add(result, trainer.tokens(), loss);
        if (checkpoint) {
            save(folder.checkpoint(step), listener);
        }
    }

    private void save(Path file, RunListener listener) throws IOException {
        ModelFiles.writeWeights(file, trainer.parameters(), trainer.weights());
        listener.saved(trainer.step(), file, Sha256.of(file));
    }

    private void finish(RunListener listener) throws IOException {
        save(folder.model(), listener);
        SortedMap<Integer, String> checkpoints = new TreeMap<>();
        for (int step : recipe.training().checkpoints()) {
            checkpoints.put(step, Sha256.of(folder.checkpoint(step)));
        }
        RunRecord record =
                new RunRecord(
                        recipeHash,
                        Fingerprint.of(corpus, recipe),
                        Sha256.of(folder.tokenizer()),
                        checkpoints,
                        Sha256.of(folder.model()),
                        Sha256.of(folder.log()),
                        null);
        RunFolder.write(folder.record(), record.json());
        Files.deleteIfExists(folder.state());
    }
}
