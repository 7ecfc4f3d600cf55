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
 * A recipe on its way to a model, in a folder of its own. It can be ended at any moment, even by
 * force; the same call goes on from the last state that was kept and ends with the same bytes.
 *
 * <pre>{@code
 * Run run = Run.open(Path.of("recipe.json"), folder, Backend.best());
 * run.go(run.recipe().training().steps(), watcher, () -> false);
 * }</pre>
 */
public final class Run {

    /** How often the state is kept, in nanoseconds. */
    private static final long SAVE_INTERVAL = 20_000_000_000L;

    private final Recipe recipe;
    private final RunFolder folder;
    private final Backend backend;
    private final Corpus corpus;
    private final Dataset texts;
    private final Trainer learner;
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
        this.texts = new Dataset(recipe, corpus, tokenizer);
        writeConfigs(tokenizer);
        DiskSpace.require(folder, recipe, new Parameters(recipe.model()));
        this.learner = InMemoryRun.learner(recipe, backend);
        this.logLength =
                Files.exists(folder.state())
                        ? RunState.read(folder.state(), learner, recipeHash)
                        : 0;
    }

    /**
     * Begins a run, or takes an interrupted one up again.
     *
     * @param recipeFile a recipe.json, or a folder that holds one
     * @throws RunException if the folder holds something else or a finished run
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
                            + ": is not the tokenizer that the recipe gives. Delete the file and "
                            + folder.state()
                            + " to begin anew, or give the run another folder with --out.");
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
        return learner.step();
    }

    public Trainer learner() {
        return learner;
    }

    /**
     * Trains.
     *
     * @param until after this step it stops; the recipe's last one makes the run a finished one
     * @param stop asked after each step; if it says true, the state is kept and the method returns
     * @return true if step {@code until} was reached
     */
    public boolean go(int until, RunListener watcher, BooleanSupplier stop) throws IOException {
        RunLock lock = new RunLock(folder);
        try {
            return train(until, watcher, stop);
        } catch (IOException e) {
            throw new RunException(
                    folder.path()
                            + ": cannot be written ("
                            + e.getMessage()
                            + "). Free some space or mend the folder, then run the same command again: it goes on from the last state that was kept.",
                    e);
        } finally {
            lock.close();
        }
    }

    private boolean train(int until, RunListener watcher, BooleanSupplier stop) throws IOException {
        int last = Math.min(until, recipe.training().steps());
        Validation validation = Validation.of(texts, corpus, backend.pool());
        try (TrainingLog log = new TrainingLog(folder.log(), logLength)) {
            long kept = System.nanoTime();
            while (learner.step() < last) {
                step(validation, watcher, log);
                boolean stopping = stop.getAsBoolean();
                if (log.isComplete() && (stopping || System.nanoTime() - kept > SAVE_INTERVAL)) {
                    RunState.write(folder.state(), learner, recipeHash, log.length());
                    kept = System.nanoTime();
                    if (stopping) {
                        return false;
                    }
                }
            }
            if (log.isComplete()) {
                RunState.write(folder.state(), learner, recipeHash, log.length());
            }
        }
        if (last == recipe.training().steps()) {
            finish(watcher);
        }
        return true;
    }

    private void step(Validation validation, RunListener watcher, TrainingLog log)
            throws IOException {
        StepResult progress = learner.learn(texts.batch(learner.step(), backend.pool()));
        watcher.stepped(progress);
        int step = progress.step();
        boolean checkpoint = recipe.training().checkpoints().contains(step);
        boolean last = step == recipe.training().steps();
        double loss = Double.NaN;
        if (checkpoint || last || step % recipe.validation().every() == 0) {
            ExcessLoss excess = validation.measure(learner);
            loss = excess.loss();
            watcher.validated(step, excess);
        }
        log.add(progress, learner.tokens(), loss);
        if (checkpoint) {
            keep(folder.checkpoint(step), watcher);
        }
    }

    private void keep(Path file, RunListener watcher) throws IOException {
        ModelFiles.writeWeights(file, learner.parameters(), learner.weights());
        watcher.kept(learner.step(), file, Sha256.of(file));
    }

    private void finish(RunListener watcher) throws IOException {
        keep(folder.model(), watcher);
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
