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
 * What Python's transformers computes with a model.
 *
 * @param logits [T][V]
 * @param hidden [L + 1][T][d], empty if there is none
 * @param greedy the ids that follow the first {@code prompt} ids
 */
record Expected(int[] ids, float[][] logits, float[][][] hidden, int prompt, int[] greedy) {

    static final Path MODELS = Path.of("src/test/resources/models");

    /** A model with trained weights, by another author. */
    static final Path STORIES = MODELS.resolve("stories260K");

    static Stream<Path> models() {
        return folders(MODELS);
    }

    static Expected of(Path model) {
        return model.equals(STORIES) ? stories() : random(model);
    }

    static Stream<Path> folders(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tiny model with random weights. */
    private static Expected random(Path folder) {
        JsonNode json = json(folder.resolve("expected.json"));
        int[] ids = ints(json.get("ids"));
        return new Expected(
                ids,
                matrix(folder.resolve("logits.npy")),
                cube(folder.resolve("hidden.npy"), ids.length),
                ids.length / 2,
                ints(json.get("greedy_after_half")));
    }

    private static Expected stories() {
        JsonNode json = json(STORIES.resolve("expected.json"));
        int[] greedy = ints(json.get("greedy_100_from_bos"));
        int prompt = json.get("prompt_ids").size();
        return new Expected(
                ints(json.get("input_ids")),
                matrix(STORIES.resolve("expected_logits.npy")),
                new float[0][][],
                prompt,
                Arrays.copyOfRange(greedy, prompt, greedy.length));
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
