package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import openweights.runtime.setup.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeIT {

    @TempDir Path scratch;

    @Test
    void losesNoReplyThatArrivesWhileSending() throws IOException {
        KernelSpec spec = TestJdk.all().findFirst().orElseThrow().spec();
        spec.install();
        Path root = spec.project().root();

        String said =
                Program.of(
                                spec.project().python().toString(),
                                "-B",
                                root.resolve("src/test/python/crossing_messages.py").toString(),
                                root.resolve("src/main/resources/openweights/runtime/session")
                                        .toString(),
                                spec.folder().toString(),
                                scratch.toString())
                        .run()
                        .output();

        assertEquals("20 of 20 answered", said.strip());
    }
}
