package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import openweights.engine.math.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    @TempDir Path folder;

    @Test
    void readsAPromptInBatchesOfAnySize() {
        for (Path path : Expected.models().toList()) {
            Model model = Model.open(path);
            int[] ids = Expected.of(path).ids();
            float[] whole = model.forward(ids, model.newState());
            State state = model.newState();
            model.forward(Arrays.copyOf(ids, 3), state);
            model.forward(ids[3], state);
            float[] pieces = model.forward(Arrays.copyOfRange(ids, 4, ids.length), state);
            assertArrayEquals(whole, pieces, 2e-5f, path.toString());
        }
    }

    /** What was rewound has never been read. */
    @Test
    void rewindsInEveryFamily() {
        for (Path path : Expected.models().toList()) {
            Model model = Model.open(path);
            int[] ids = Expected.of(path).ids();
            State plain = model.newState();
            State rewound = model.newState();
            model.forward(Arrays.copyOf(ids, 4), plain);
            model.forward(Arrays.copyOf(ids, 4), rewound);
            model.forward(ids[1], rewound);
            model.logits(new int[] {ids[0], ids[2], ids[0]}, rewound);
            rewound.rewind(4);
            int[] rest = Arrays.copyOfRange(ids, 4, ids.length);
            float[] expected = model.forward(rest, plain);
            assertArrayEquals(expected, model.forward(rest, rewound), path.toString());
        }
    }

    @Test
    void rewindsWhereAWindowHasDroppedPositions() throws Exception {
        Copies.copy("mistral", folder);
        Copies.changeConfig(folder, config -> config.put("max_position_embeddings", 4000));
        Model model = Model.open(folder, Precision.FLOAT32, Backend.best());
        int[] ids = new Random(1).ints(700, 0, 40).toArray();
        State plain = model.newState();
        State rewound = model.newState();
        for (int t = 0; t < ids.length; t++) {
            for (int i = 0; i < State.MAX_REWIND && t % 7 == 0; i++) {
                model.forward(i, rewound);
            }
            rewound.rewind(t);
            float[] expected = model.forward(ids[t], plain);
            assertArrayEquals(expected, model.forward(ids[t], rewound), "token " + t);
        }
        assertThrows(IllegalArgumentException.class, () -> rewound.rewind(rewound.length() + 1));
        assertThrows(IllegalArgumentException.class, () -> rewound.rewind(3));
    }

    @Test
    void dropsPositionsOutsideOfTheWindow() throws Exception {
        Copies.copy("mistral", folder);
        Copies.changeConfig(folder, config -> config.put("max_position_embeddings", 4000));
        Model model = Model.open(folder, Precision.FLOAT32, Backend.best());
        int[] ids = new Random(1).ints(2000, 0, 40).toArray();
        State oneByOne = model.newState();
        State batches = model.newState();
        float[][] batched = model.logits(ids, batches);
        for (int t = 0; t < ids.length; t++) {
            assertArrayEquals(batched[t], model.forward(ids[t], oneByOne), 2e-5f, "token " + t);
        }
        long all = model.config().dimensions().layers() * 2L * 2 * 6 * ids.length * 4;
        assertTrue(oneByOne.bytes() < all / 3, oneByOne.bytes() + " of " + all);
        assertTrue(batches.bytes() < all / 2, batches.bytes() + " of " + all);
    }

    /** Layers with a window forget, the others keep all. */
    @Test
    void eachLayerForgetsByItself() throws Exception {
        Path gemma = Path.of("src/test/resources/families/gemma3_text-linear");
        Files.copy(gemma.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Files.copy(gemma.resolve("config.json"), folder.resolve("config.json"));
        Copies.changeConfig(folder, config -> config.put("max_position_embeddings", 4000));
        Model model = Model.open(folder, Precision.FLOAT32, Backend.best());
        int[] ids = new Random(1).ints(900, 0, 40).toArray();
        State oneByOne = model.newState();
        float[][] batched = model.logits(ids, model.newState());
        for (int t = 0; t < ids.length; t++) {
            assertArrayEquals(batched[t], model.forward(ids[t], oneByOne), 1e-4f, "token " + t);
        }
        long all = 4L * 2 * 2 * 6 * ids.length * 4;
        assertTrue(oneByOne.bytes() < all, oneByOne.bytes() + " of " + all);
    }

    @Test
    void separatesStates() {
        Model model = Model.open(Expected.MODELS.resolve("llama"));
        State one = model.newState();
        State two = model.newState();
        float[] alone = model.forward(new int[] {5, 6, 7}, model.newState());
        model.forward(new int[] {5, 6}, one);
        model.forward(new int[] {9, 9, 9}, two);
        assertArrayEquals(alone, model.forward(7, one), 2e-5f);
    }
}
