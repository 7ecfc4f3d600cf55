package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;

/**
 * Remembers that the kernel has run a cell, as long as nothing that it consists of changes. It lies
 * beside the archive of classes that the same start has made, so that it goes where that goes.
 *
 * @param file where the proof is stored
 * @param current what the kernel consists of now
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
