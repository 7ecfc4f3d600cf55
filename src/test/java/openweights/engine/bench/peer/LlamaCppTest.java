package openweights.engine.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaCppTest {

    @TempDir private Path folder;
    private Path path;

    @BeforeEach
    void installNode() throws IOException {
        path = Files.createDirectory(folder.resolve("bin"));
        Path node = Files.createFile(path.resolve("node.exe"));
        assertTrue(node.toFile().setExecutable(true));
    }

    private Path installPackage() throws IOException {
        Path dist = folder.resolve("node_modules").resolve("node-llama-cpp").resolve("dist");
        return Files.createFile(Files.createDirectories(dist).resolve("index.js"));
    }

    @Test
    void findsThePackageWhereverItIsNamed() throws IOException {
        Path index = installPackage();
        Path modules = folder.resolve("node_modules");
        for (Path named : List.of(folder, modules, modules.resolve("node-llama-cpp"))) {
            LlamaCpp found = LlamaCpp.find(named, path.toString());
            assertEquals(index, found.index());
            assertEquals(path.resolve("node.exe"), found.node());
        }
    }

    @Test
    void saysHowToInstallThePackage() {
        assertEquals(
                "There is no package node-llama-cpp in "
                        + folder
                        + ". Run \"npm install node-llama-cpp\" in that folder, or name the folder in which you did: --peer llama.cpp FOLDER.",
                assertThrows(UserException.class, () -> LlamaCpp.find(folder, path.toString()))
                        .getMessage());
    }

    @Test
    void saysHowToInstallNode() throws IOException {
        installPackage();
        String message =
                assertThrows(UserException.class, () -> LlamaCpp.find(folder, "")).getMessage();
        assertTrue(message.contains("no program node on the PATH. Install Node.js"), message);
    }
}
