package openweights.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import openweights.base.Home;

/** A copy of the project as a student gets it: sources, lessons and notebooks, nothing made. */
record Checkout(Path folder) {

    private static final List<String> CONTENT =
            List.of("course", "mvnw", ".mvn", "pom.xml", "src/main", "lessons", "notebooks");

    static Checkout at(Path folder) throws IOException {
        Path original = Home.locate().root();
        for (String name : CONTENT) {
            if (Files.exists(original.resolve(name))) {
                copy(original.resolve(name), folder.resolve(name));
            }
        }
        return new Checkout(folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Runs the launcher to its end. */
    Ended course(Map<String, String> environment, String... arguments) throws Exception {
        return start(path("course"), environment, arguments).end();
    }

    /**
     * Starts a program in another folder. An empty value takes a variable out of the environment.
     */
    Running start(Path program, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command =
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        Path log = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.getRoot().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, log);
    }

    /** What a program wrote to both of its streams, and its exit code. */
    record Ended(int status, String output) {}

    /** A program that was started. */
    record Running(Process process, Path log) {

        Ended end() throws Exception {
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended) {
                kill();
            }
            return new Ended(ended ? process.exitValue() : -1, Files.readString(log));
        }

        /** Kills the program and all that it has started, without a chance to tidy up. */
        void kill() {
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
