package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.engine.math.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every family against Python's transformers, in one batch and token by token: tiny models with
 * random weights, some with the family's further switches. {@code make_families.py} wrote them.
 */
class FamiliesTest {

    private static final Path FAMILIES = Path.of("src/test/resources/families");
    private static final float STRICT = 2e-5f;

    static Stream<Path> models() {
        return Expected.folders(FAMILIES);
    }

    @Test
    void eachFamilyHasAModel() {
        TreeSet<String> tried =
                models().map(folder -> Config.read(folder).modelType())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Families.KNOWN.keySet()), tried);
    }

    /** The table in the guide to the source names each family, its file, and about its length. */
    @Test
    void theGuideKnowsEveryFamily() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("src/README.md")).stream()
                        .filter(line -> line.startsWith("| `") && line.contains("/family/"))
                        .toList();
        for (String family : Families.KNOWN.keySet()) {
            assertTrue(rows.stream().anyMatch(row -> row.contains("`" + family + "`")), family);
        }
        for (String row : rows) {
            String[] cells = row.split(" *\\| *");
            Path file = Path.of("src", cells[2].replaceAll(".*\\((.*)\\)", "$1"));
            int lines = Files.readAllLines(file).size();
            assertEquals(Integer.parseInt(cells[3]), lines, 10, file.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsAPromptAsOneBatch(Path folder) {
        Model model = open(folder);
        close(logits(folder, "logits.npy"), model.logits(ids(folder), model.newState()));
    }

    /** LongRoPE alone gives other logits token by token than in one batch. */
    @ParameterizedTest
    @MethodSource("models")
    void readsTokenByToken(Path folder) {
        Model model = open(folder);
        State state = model.newState();
        int[] ids = ids(folder);
        float[][] found = new float[ids.length][];
        for (int t = 0; t < ids.length; t++) {
            found[t] = model.forward(ids[t], state);
        }
        boolean differs = Files.exists(folder.resolve("steps.npy"));
        close(logits(folder, differs ? "steps.npy" : "logits.npy"), found);
    }

    /** Files by transformers itself hold no key that the engine has not heard of. */
    @ParameterizedTest
    @MethodSource("models")
    void hasNothingToWarnOf(Path folder) {
        assertEquals(List.of(), Config.read(folder).warnings());
    }

    @ParameterizedTest
    @MethodSource("models")
    void countsTheCacheAsItIs(Path folder) {
        Model model = open(folder);
        State state = model.newState();
        model.forward(ids(folder), state);
        long counted = TensorManifest.of(model.config()).cacheBytes(ids(folder).length);
        assertTrue(counted <= state.bytes(), counted + " of " + state.bytes());
    }

    @ParameterizedTest
    @MethodSource("models")
    void runsInEveryPrecision(Path folder) {
        float[] exact = open(folder).forward(ids(folder), open(folder).newState());
        for (Precision precision : Precision.values()) {
            Model model = Model.open(folder, precision, Backend.best());
            float[] logits = model.forward(ids(folder), model.newState());
            assertEquals(exact.length, logits.length);
            if (precision == Precision.STORED) {
                assertArrayEquals(exact, logits, STRICT);
            } else {
                // 4 bits change small random models a lot; a wrong product would correlate with
                // nothing.
                double least = precision == Precision.INT4 ? 0.2 : 0.8;
                double found = correlation(exact, logits);
                assertTrue(found > least, precision + ", " + folder + ": " + found);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTraceChangesNothing(Path folder) {
        Model model = open(folder);
        Trace trace = new Trace();
        float[] traced = model.forward(ids(folder), model.newState(), trace);
        assertArrayEquals(model.forward(ids(folder), model.newState()), traced);
        float sum = 0;
        for (float share : trace.attention(0, 1)[ids(folder).length - 1]) {
            sum += share;
        }
        boolean sinks = trace.names().contains("layers.0.mlp.router") && sum < 1;
        assertTrue(sinks || Math.abs(sum - 1) < 1e-5, "attention sums to " + sum);
    }

    private static double correlation(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static Model open(Path folder) {
        return Model.open(folder, Precision.FLOAT32, Backend.best());
    }

    private static int[] ids(Path folder) {
        return Expected.ints(Expected.json(folder.resolve("expected.json")).get("ids"));
    }

    private static float[][] logits(Path folder, String name) {
        return Expected.matrix(folder.resolve(name));
    }

    private static void close(float[][] expected, float[][] found) {
        assertEquals(expected.length, found.length);
        for (int t = 0; t < found.length; t++) {
            assertArrayEquals(expected[t], found[t], STRICT, "row " + t);
        }
    }
}
