package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;

/**
 * Remembers that the kernel has answered a cell, as long as nothing that it is made of changes.
 *
 * @param file where it is remembered
 * @param today what the kernel is made of now
 */
record KernelProof(Path file, String today) {

    static KernelProof of(Home project) throws IOException {
        Path spec = KernelSpec.folder(project);
        String today =
                Files.readString(spec.resolve("kernel.json"))
                        + Files.readString(spec.resolve("kernel.args"))
                        + Files.getLastModifiedTime(project.jar())
                        + Files.size(project.jar());
        return new KernelProof(project.state().resolve("kernel-answered"), today);
    }

    boolean holds() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(today);
    }

    void write() throws IOException {
        Files.writeString(file, today);
    }
}
