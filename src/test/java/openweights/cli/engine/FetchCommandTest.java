package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import openweights.base.Home;
import openweights.cli.ErrorHandler;
import openweights.cli.Said;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.WeightType;
import openweights.engine.hub.Hub;
import openweights.engine.hub.LocalModels;
import openweights.engine.hub.Timeouts;
import openweights.engine.inspect.ModelSummary;
import openweights.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FetchCommandTest {

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({"gpt2", "--file=x.gguf", "--anyway", "--cache=here"})
    void listsAlone(String more) {
        Said said = Said.course("fetch", "--list", more);
        assertEquals(2, said.status());
        assertTrue(
                said.err().startsWith("--list fetches nothing: give it alone or with --json."),
                said.err());
        assertEquals("", said.out());
    }

    @Test
    void worksWithoutAHubAndSaysWhatIsSkipped() throws IOException {
        SmallModels.bare(Path.of("lessons/models/sprout"), home.resolve("lessons/models/seedling"));
        URI nobody = closedPort();
        Said said = fetch(nobody, "gpt2", "--cache", home.resolve(".course"));
        assertEquals(2, said.status());
        assertTrue(said.err().startsWith("fetch: " + nobody + " cannot be reached ("), said.err());
        assertTrue(
                said.err()
                        .endsWith(
                                "Check the network and HF_ENDPOINT. The course works without it, with its own models.\n"),
                said.err());
        assertEquals("", said.out());
        assertFalse(Files.exists(home.resolve(".course/models/gpt2")));

        LocalModels.Choice choice =
                new LocalModels(new Home(home).modelPlaces()).prefer("gpt2", "seedling");
        assertEquals(
                "This is the course's own seedling. For gpt2, run ./course fetch gpt2 and this cell again.",
                choice.toString());
        Model model = Model.open(choice.folder());
        assertEquals(512, model.forward(0, model.newState()).length);
    }

    @Test
    void checksItsFolderBeforeItAsksTheHub() throws IOException {
        Path note = Files.writeString(home.resolve("note.txt"), "mine");
        Said said = fetch(closedPort(), "gpt2", "--cache", note);
        assertEquals(2, said.status());
        assertTrue(said.err().startsWith("fetch: " + note), said.err());
        assertFalse(said.err().contains("cannot be reached"), said.err());
        assertEquals("mine", Files.readString(note));
    }

    /** A model of a known family, by its name on the hub; then other commands find it. */
    @Test
    void fetchesByTheNameOnTheHub() throws IOException {
        try (FolderHub hub = new FolderHub(Path.of("src/test/resources/models/llama-tied-bf16"))) {
            Said said = fetch(hub.address(), "somebody/tiny", "--cache", home.resolve(".course"));
            assertEquals(0, said.status(), said.err());
            assertTrue(said.out().startsWith("somebody/tiny@" + FolderHub.COMMIT), said.out());
            assertTrue(
                    said.out()
                            .contains(
                                    "Every file has the right hash. (The hashes are the hub's own; no commit was asked for, so this is the newest.)"),
                    said.out());
            assertTrue(said.out().contains("The engine supports its family: llama."), said.out());
        }
        LocalModels found = new LocalModels(new Home(home).modelPlaces());
        Path folder = home.resolve(".course/models/somebody-tiny");
        assertEquals(Optional.of(folder), found.find("somebody-tiny"));
        assertEquals(Optional.of(folder), found.find("somebody/tiny"));
        assertEquals(null, ModelSummary.of(folder, 10).problem());
    }

    @Test
    void refusesAFamilyItDoesNotKnowBeforeTheDownload() throws IOException {
        Path release = Files.createDirectories(home.resolve("release"));
        Files.writeString(release.resolve("config.json"), "{\"model_type\": \"eliza\"}");
        Files.write(release.resolve("model.safetensors"), new byte[5000]);
        try (FolderHub hub = new FolderHub(release)) {
            Said said = fetch(hub.address(), "somebody/eliza", "--cache", home.resolve(".course"));
            assertEquals(2, said.status());
            assertTrue(
                    said.err().startsWith("fetch: The engine cannot run this model: "), said.err());
            assertTrue(said.err().contains("family \"eliza\""), said.err());
            assertTrue(
                    said.err().contains("Its weights were not downloaded; --anyway"), said.err());
            assertFalse(hub.sent("model.safetensors"));
            Said anyway =
                    fetch(
                            hub.address(),
                            "somebody/eliza",
                            "--anyway",
                            "--cache",
                            home.resolve(".course"));
            assertEquals(0, anyway.status(), anyway.err());
            assertTrue(anyway.out().contains("The engine cannot run it: "), anyway.out());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "llama, 0, supports its family: llama",
        "mamba, 2, 'its architecture is \"mamba\"; it knows apertus, bloom, cohere2,'"
    })
    void looksAtTheFirstBytesOfAGgufFile(String architecture, int status, String words)
            throws IOException {
        Path release = Files.createDirectories(home.resolve("release"));
        Path file = release.resolve("sprout-F32.gguf");
        new Conversion(
                        Path.of("lessons/models/sprout"),
                        "sprout",
                        Conversion.Format.GGUF,
                        WeightType.F32)
                .write(file);
        byte[] bytes = Files.readAllBytes(file);
        byte[] name = architecture.getBytes(StandardCharsets.US_ASCII);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("llama");
        System.arraycopy(name, 0, bytes, at, 5);
        Files.write(file, bytes);
        try (FolderHub hub = new FolderHub(release)) {
            Said said =
                    fetch(
                            hub.address(),
                            "somebody/sprout-gguf",
                            "--file",
                            "sprout-F32.gguf",
                            "--cache",
                            home.resolve(".course"));
            assertEquals(status, said.status(), said.err());
            assertTrue((said.out() + said.err()).contains(words), said.out() + said.err());
            assertEquals(
                    status == 0,
                    Files.exists(home.resolve(".course/models/sprout-F32/sprout-F32.gguf")));
        }
    }

    private static Said fetch(URI hub, Object... arguments) {
        Timeouts short3 = new Timeouts(3, Duration.ofMillis(5), Duration.ofMillis(300));
        FetchCommand command = new FetchCommand();
        command.hub = () -> new Hub(hub, Optional.empty(), short3);
        CommandLine line =
                new CommandLine(command).setExecutionExceptionHandler(new ErrorHandler());
        return Said.of(line, arguments);
    }

    /** An address that refuses every connection. */
    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
