package openweights.runtime.setup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;

/**
 * Makes everything that the notebooks need on this machine. Each part is checked before it is made,
 * so a second run is quick, and a run that was killed is repaired by the next.
 */
public record SetUp(Home project, Steps steps) {

    /**
     * @throws SetUpException if something is missing; the message says what to do
     */
    public void run() {
        try (FileChannel file = lockFile()) {
            steps.run("Waiting for another set-up to end", file::lock);
            environment();
            new JupyterSettings(project).write();
            kernel();
            notebooks();
        } catch (IOException e) {
            throw Failure.of("the set-up", e);
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(project.state());
        Path file = project.state().resolve("set-up.lock");
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void environment() throws IOException {
        Venv venv = new Venv(project);
        if (!venv.complete()) {
            venv.make(Python.find(), steps);
        }
    }

    /** The kernel is good when it has answered since it, or what it is made of, last changed. */
    private void kernel() throws IOException {
        KernelSpec spec = KernelSpec.of(project);
        spec.install();
        KernelProof proof = KernelProof.of(project);
        if (!proof.holds()) {
            steps.run("Starting the kernel and running its first cells", () -> prepare(spec));
            proof.write();
        }
    }

    private static Void prepare(KernelSpec spec) throws IOException {
        try {
            spec.prepare();
        } catch (IOException e) {
            throw new SetUpException(e.getMessage() + "\nNext step: ./course doctor");
        }
        return null;
    }

    private void notebooks() throws IOException {
        List<Path> written = WorkingCopies.of(project).handOut();
        steps.run("Trusting the course's notebooks", () -> trust(written));
        written.stream()
                .filter(copy -> copy.toString().endsWith(".new.ipynb"))
                .forEach(
                        copy ->
                                steps.say(
                                        "A newer version of a notebook that you worked in: "
                                                + copy));
    }

    private Void trust(List<Path> written) throws IOException {
        new Trust(project).give(written);
        return null;
    }
}
