package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;

/**
 * Remembers that the kernel has run a cell. The proof holds as long as none of the kernel's files
 * changes. It lies beside the archive of classes that was made at the same start, so that both are
 * copied and deleted together.
 *
 * @param file where the proof is stored
 * @param current the kernel's files as they are now
 */
record KernelProof(Path file, String current) {

    static KernelProof of(Home project) throws IOException {
        Path spec = KernelSpec.folder(project);
        String current =
                Files.readString(spec.resolve("kernel.json"))
                        + Files.readString(spec.resolve("kernel.args"))
                        + Files.getLastModifiedTime(project.jar())
                        + Files.size(project.jar());
        return new KernelProof(spec.resolve("answered"), current);
    }

    boolean holds() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(current);
    }

    void write() throws IOException {
        Files.writeString(file, current);
    }
}
