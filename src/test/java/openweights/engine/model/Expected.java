package openweights.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Python's transformers computed with a model.
 *
 * @param logits [T][V]
 * @param hidden [L + 1][T][d], empty if there is none
 * @param greedy the ids that follow the first {@code prompt} ids
 */
record Expected(int[] ids, float[][] logits, float[][][] hidden, int prompt, int[] greedy) {

    /** The project's own tiny models. */
    static final Path OWN = Path.of("src/test/resources/models");

    /** Models that a checkout of the project alone does not have. */
    static final Path SHARED = Path.of("../shared");

    static Stream<Path> ownModels() {
        return folders(OWN);
    }

    static Stream<Path> folders(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tiny models of this project. */
    static Expected own(Path folder) {
        JsonNode json = json(folder.resolve("expected.json"));
        int[] ids = ints(json.get("ids"));
        return new Expected(
                ids,
                matrix(folder.resolve("logits.npy")),
                cube(folder.resolve("hidden.npy"), ids.length),
                ids.length / 2,
                ints(json.get("greedy_after_half")));
    }

    /** The reference models beside the project. */
    static Expected shared(Path folder) {
        JsonNode json = json(folder.resolve("expected.json"));
        int[] ids = ints(json.get("input_ids"));
        int[] greedy = ints(json.path("greedy_from_first_6"));
        Path hidden = folder.resolve("expected_hidden_states.npy");
        return new Expected(
                ids,
                matrix(folder.resolve("expected_logits.npy")),
                Files.exists(hidden) ? cube(hidden, ids.length) : new float[0][][],
                6,
                Arrays.copyOfRange(greedy, Math.min(6, greedy.length), greedy.length));
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    static float[][] matrix(Path file) {
        var array = org.nd4j.linalg.factory.Nd4j.createFromNpyFile(file.toFile());
        return array.reshape(-1, (int) array.size(-1)).toFloatMatrix();
    }

    private static float[][][] cube(Path file, int tokens) {
        float[][] rows = matrix(file);
        float[][][] cube = new float[rows.length / tokens][tokens][];
        for (int i = 0; i < rows.length; i++) {
            cube[i / tokens][i % tokens] = rows[i];
        }
        return cube;
    }
}
