package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import openweights.base.Home;
import openweights.cli.ErrorHandler;
import openweights.cli.Said;
import openweights.engine.hub.Hub;
import openweights.engine.hub.LocalModels;
import openweights.engine.hub.Timeouts;
import openweights.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FetchCommandTest {

    @TempDir Path home;

    @Test
    void worksWithoutAHubAndSaysWhatIsSkipped() throws IOException {
        SmallModels.bare(Path.of("lessons/models/sprout"), home.resolve("lessons/models/seedling"));
        URI nobody = closedPort();
        Said said = fetch(nobody, "gpt2", "--cache", home.resolve(".course"));
        assertEquals(2, said.status());
        assertTrue(
                said.err().startsWith("course fetch: " + nobody + " cannot be reached ("),
                said.err());
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
        assertTrue(said.err().startsWith("course fetch: " + note), said.err());
        assertFalse(said.err().contains("cannot be reached"), said.err());
        assertEquals("mine", Files.readString(note));
    }

    private static Said fetch(URI hub, Object... arguments) {
        Timeouts short3 = new Timeouts(3, Duration.ofMillis(5), Duration.ofMillis(300));
        FetchCommand command = new FetchCommand(() -> new Hub(hub, Optional.empty(), short3));
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
