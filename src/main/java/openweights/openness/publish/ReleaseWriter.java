package openweights.openness.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openweights.base.AtomicFolder;
import openweights.base.Home;
import openweights.base.Json;
import openweights.base.Sha256;
import openweights.engine.train.recipe.Recipe;
import openweights.engine.train.run.RunFolder;
import openweights.engine.train.run.RunRecord;
import openweights.openness.folder.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Turns a finished run into two releases: NAME with everything, and NAME-weights with the weights
 * alone.
 *
 * <pre>{@code
 * new ReleaseWriter(run, Path.of("lessons/models"), Path.of("src/main/java/openweights"), Set.of())
 *         .write();
 * }</pre>
 *
 * <p>It requires the files of a finished run ({@link RunFolder}) and evaluation.json beside them. A
 * release appears complete or not at all; an existing one is never touched.
 */
public final class ReleaseWriter {

    private static final String EVALUATION = "evaluation.json";
    private static final List<String> TWIN =
            List.of("model.safetensors", "config.json", "tokenizer.json");

    private final RunFolder run;
    private final Path shelf;
    private final Path sources;
    private final Recipe recipe;
    private final RunRecord record;
    private final JsonNode evaluation;
    private final Set<Integer> checkpoints;

    /**
     * @param shelf the folder for the releases
     * @param sources the folder of the package openweights, whose code the release points to
     * @param checkpoints the steps whose weights are released, or none for all; run.json has the
     *     hashes of all, so that those left out can be checked too
     * @throws IOException if a file of the run is missing or differs from run.json
     */
    public ReleaseWriter(Path run, Path shelf, Path sources, Set<Integer> checkpoints)
            throws IOException {
        this.run = new RunFolder(run);
        this.shelf = shelf;
        this.sources = sources;
        this.recipe = Recipe.read(run);
        this.record = RunRecord.read(this.run.record());
        this.evaluation = evaluation(run.resolve(EVALUATION));
        this.checkpoints = requireSaved(checkpoints);
        requireRecorded();
    }

    /**
     * For a run of this course.
     *
     * @param shelf the folder for the releases; null for that of the course's models
     * @throws IOException as the constructor
     */
    public static ReleaseWriter of(
            Home project, Path run, @Nullable Path shelf, Set<Integer> checkpoints)
            throws IOException {
        return new ReleaseWriter(
                run,
                shelf == null ? project.lessons().resolve("models") : shelf,
                project.sources().resolve("openweights"),
                checkpoints);
    }

    private Set<Integer> requireSaved(Set<Integer> steps) throws IOException {
        Set<Integer> saved = record.checkpoints().keySet();
        if (!saved.containsAll(steps)) {
            throw new IOException(
                    run.path()
                            + ": not every checkpoint of "
                            + steps
                            + " was saved; there are "
                            + saved
                            + ".");
        }
        return steps.isEmpty() ? saved : new TreeSet<>(steps);
    }

    /**
     * Writes both releases.
     *
     * @return their folders
     * @throws FileAlreadyExistsException if one of them exists
     */
    public List<Path> write() throws IOException {
        Path whole = shelf.resolve(recipe.name());
        Path twin = shelf.resolve(recipe.name() + "-weights");
        for (Path place : List.of(whole, twin)) {
            if (Files.exists(place)) {
                throw new FileAlreadyExistsException(
                        place
                                + ": already exists, and a release is never overwritten. Move it away first.");
            }
        }
        TrainingStories stories = TrainingStories.of(recipe);
        Map<String, String> figures = Figures.of(run, recipe, record, stories, evaluation);
        AtomicFolder.write(whole, folder -> writeWhole(folder, stories, figures));
        AtomicFolder.write(twin, folder -> writeTwin(folder, figures));
        return List.of(whole, twin);
    }

    private void writeWhole(Path folder, TrainingStories stories, Map<String, String> figures)
            throws IOException {
        for (Path file :
                List.of(
                        run.model(),
                        run.config(),
                        run.generationConfig(),
                        run.tokenizer(),
                        run.recipe(),
                        run.record(),
                        run.log(),
                        run.path().resolve(EVALUATION))) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.createDirectory(folder.resolve("checkpoints"));
        for (int step : checkpoints) {
            Path file = run.checkpoint(step);
            Files.copy(file, folder.resolve("checkpoints").resolve(file.getFileName()));
        }
        writeData(folder.resolve("data"), stories);
        for (String name : List.of("README.md", "DATA_CARD.md", "REPORT.md", "PAPER.md")) {
            Files.writeString(folder.resolve(name), DocumentTemplate.fill(name, figures));
        }
        Files.writeString(folder.resolve("samples.md"), WrittenSamples.of(folder, recipe));
        Path code = shelf.resolve(recipe.name()).toAbsolutePath().normalize();
        String path = code.relativize(sources.toAbsolutePath().normalize()).toString();
        Files.writeString(
                folder.resolve("mof.yml"), MofRecord.of(recipe.name(), path.replace('\\', '/')));
        for (String license : List.of("LICENSE", "LICENSE-TEXTS")) {
            Files.writeString(
                    folder.resolve(license), DocumentTemplate.resource("texts/" + license));
        }
        Manifest.write(folder);
    }

    private void writeTwin(Path folder, Map<String, String> figures) throws IOException {
        for (String name : TWIN) {
            Files.copy(run.path().resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("README.md"), DocumentTemplate.fill("TWIN.md", figures));
        Files.writeString(folder.resolve("LICENSE"), DocumentTemplate.resource("texts/LICENSE"));
    }

    private void writeData(Path folder, TrainingStories stories) throws IOException {
        Files.createDirectory(folder);
        write(folder.resolve("validation.txt"), stories.validation());
        write(folder.resolve("train-sample.txt"), stories.sample());
        Map<String, Object> corpus = new LinkedHashMap<>();
        corpus.put("generator", recipe.corpus().name());
        corpus.put("version", recipe.corpus().version());
        corpus.put("seed", recipe.corpus().seed());
        corpus.put("stories", stories.used());
        corpus.put("characters", stories.characters());
        corpus.put("sha256", stories.sha256());
        Files.writeString(folder.resolve("corpus.json"), Json.pretty(corpus) + "\n");
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** The files must be those that the run wrote. */
    private void requireRecorded() throws IOException {
        require(run.recipe(), record.recipe());
        require(run.tokenizer(), record.tokenizer());
        require(run.log(), record.log());
        require(run.model(), record.model());
        for (Map.Entry<Integer, String> step : record.checkpoints().entrySet()) {
            require(run.checkpoint(step.getKey()), step.getValue());
        }
    }

    private static void require(Path file, String hash) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file + ": is missing, although run.json names it. The run is incomplete.");
        }
        if (!Sha256.of(file).equals(hash)) {
            throw new IOException(
                    file
                            + ": its SHA-256 differs from run.json. It was changed after the run; train again.");
        }
    }

    private static JsonNode evaluation(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file
                            + ": is missing. A release includes an evaluation of its model; run ./course evaluate RUN --json > RUN/evaluation.json first.");
        }
        return Json.read(file);
    }
}
