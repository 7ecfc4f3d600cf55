package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelProofTest {

    @TempDir private Path folder;
    private Home project;

    @BeforeEach
    void install() throws IOException {
        project = new Home(folder);
        Files.createDirectories(project.state());
        Files.createDirectories(project.jar().getParent());
        Files.createFile(project.jar());
        installKernel();
        KernelProof.of(project).write();
    }

    private void installKernel() throws IOException {
        Path kernel = Files.createDirectories(KernelSpec.folder(project));
        Files.writeString(kernel.resolve("kernel.json"), "{}");
        Files.writeString(kernel.resolve("kernel.args"), "-Xmx1g");
    }

    @Test
    void holdsUntilTheKernelChanges() throws IOException {
        assertTrue(KernelProof.of(project).holds());
        Files.writeString(KernelSpec.folder(project).resolve("kernel.args"), "-Xmx2g");
        assertFalse(KernelProof.of(project).holds());
    }

    /** Its archive of classes is gone, without which each kernel would start slowly. */
    @Test
    void endsWithThePythonEnvironment() throws IOException {
        Folders.delete(project.venv());
        installKernel();
        assertFalse(KernelProof.of(project).holds());
    }
}
