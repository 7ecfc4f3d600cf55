package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import openweights.base.Json;
import openweights.base.Sha256;
import openweights.cli.Main;
import openweights.engine.weights.DType;
import openweights.engine.weights.Npy;
import openweights.engine.weights.SafetensorsWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    @TempDir Path folder;
    private Path file;
    private String out;
    private String err;

    @BeforeEach
    void writeAModelOfSevenNumbers() throws IOException {
        file = folder.resolve("model.safetensors");
        model().write(file);
    }

    private static SafetensorsWriter model() {
        return new SafetensorsWriter()
                .metadata("format", "pt")
                .put("wte.weight", new long[] {2, 2}, new float[] {1, 2, 3, 4})
                .put("ln_f.weight", DType.BF16, new long[] {3}, new float[] {1, 1, Float.NaN})
                .put("h.0.attn.bias", new long[] {1, 1, 1, 1}, new float[] {1});
    }

    @Test
    void writesATensorToNoFileButAnArray() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertEquals(2, inspect(file.toString(), "--tensor", "wte.weight", "--npy", file + ""));
        assertTrue(err.contains("has to end in .npy"), err);
        assertArrayEquals(before, Files.readAllBytes(file));
        Path array = folder.resolve("w.npy");
        assertEquals(0, inspect(file.toString(), "--tensor", "wte.weight", "--npy", array + ""));
        assertTrue(Files.exists(array));
    }

    @Test
    void listsTensorsPartsTypesAndFiles() {
        assertEquals(0, inspect(file.toString()));
        assertEquals(
                """
                FILE: 7 parameters in 3 tensors

                tensor         dtype    shape                   bytes            at byte
                h.0.attn.bias  F32      [1, 1, 1, 1]                4                248
                wte.weight     F32      [2, 2]                     16                252
                ln_f.weight    BF16     [3]                         6                268

                part            tensors            numbers                bytes    share
                embedding             1                  4                   16   50.0 %
                norms                 1                  3                    6   37.5 %
                buffers               1                  1                    4   12.5 %

                dtype           tensors            numbers                bytes    share
                BF16                  1                  3                    6   37.5 %
                F32                   2                  5                   20   62.5 %

                No output head: the model probably reuses the embedding (tied weights).

                model.safetensors: 274 bytes
                  format = pt
                """,
                out.replace(file.toString(), "FILE"));
    }

    @Test
    void addsHashesAndStatisticsOnRequest() throws IOException {
        assertEquals(0, inspect("--stats", "--hash", file.toString()));
        assertTrue(out.contains("SHA-256 " + Sha256.of(file)), out);
        assertTrue(out.contains("2.500       1.118       1.000       4.000         0"), out);
        assertTrue(out.contains("1.000       0.000       1.000       1.000         1"), out);
        assertEquals(0, inspect("--hash=tensors", folder.toString()));
        assertTrue(out.matches("(?s).*wte.weight [^\\n]+ [0-9a-f]{64}\\n.*"), out);
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        assertEquals(0, inspect("--json", "--stats", "--hash=tensors", folder.toString()));
        JsonNode json = Json.readText("output", out);
        assertEquals(7, json.at("/parameters").asLong());
        assertEquals("wte.weight", json.at("/tensors/1/name").asText());
        assertEquals(2.5, json.at("/tensors/1/statistics/mean").asDouble());
        assertEquals(64, json.at("/tensors/1/sha256").asText().length());
        assertEquals(Sha256.of(file), json.at("/files/0/sha256").asText());
        assertEquals(4, json.at("/parts/EMBEDDING/numbers").asLong());
    }

    @Test
    void namesTheShardOfEachTensor() throws IOException {
        Path shards = Files.createDirectory(folder.resolve("shards"));
        model().writeShards(shards, 16);
        assertEquals(0, inspect(shards.toString()));
        assertTrue(out.contains("at byte  of file"), out);
        assertTrue(out.contains("  model-00002-of-00002.safetensors\n"), out);
    }

    @Test
    void readsNpy() throws IOException {
        Path array = folder.resolve("w.npy");
        Npy.write(array, new long[] {2}, new float[] {1, 3});
        assertEquals(0, inspect("--stats", array.toString()));
        assertTrue(out.contains("w.npy   F32      [2]"), out);
        assertTrue(out.contains("order = last axis fastest"), out);
    }

    @Test
    void looksTheSameUnderEveryLocale() {
        assertEquals(0, inspect("--stats", file.toString()));
        String expected = out;
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(0, inspect("--stats", file.toString()));
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(expected, out);
        assertTrue(out.contains(" 2.500 "), out);
    }

    @Test
    void spellsOutControlCharactersOfNames() throws IOException {
        new SafetensorsWriter().put("\u001b[2J", new long[] {1}, new float[1]).write(file);
        assertEquals(0, inspect(file.toString()));
        assertTrue(out.contains("\n\\u001b[2J  F32"), out);
    }

    @Test
    void aBadFileIsAFinding() throws IOException {
        Files.write(file, new byte[5]);
        assertEquals(1, inspect(file.toString()));
        assertEquals(
                file
                        + ": the file has 5 bytes, too few for the 8 of the header's length. The file"
                        + " is probably cut off; compare its SHA-256 with the source.\n",
                err);
        assertEquals("", out);
    }

    @Test
    void aMissingFileIsWrongUse() {
        assertEquals(2, inspect("nowhere"));
        assertEquals(
                "course inspect: nowhere: there is no such file or folder. Check the path.\n", err);
        assertEquals(2, inspect("--hash=everything", file.toString()));
        assertTrue(err.contains("--hash"), err);
        assertEquals(2, inspect());
    }

    private int inspect(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "inspect";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        ByteArrayOutputStream newOut = new ByteArrayOutputStream();
        ByteArrayOutputStream newErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
            return Main.commandLine().execute(all);
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            out = newOut.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            err = newErr.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
