package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openweights.base.UserException;

/** Finds the sandbox that this machine offers, and tests it. */
public final class Sandboxes {

    private static final String UNSANDBOXED =
            "\nIf you trust every submission, grade with --unsandboxed; reports say so.";

    private Sandboxes() {}

    /**
     * The sandbox of this machine.
     *
     * @throws UserException if there is none; the message says what to do
     */
    public static Sandbox find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new UserException(
                    "There is no sandbox for "
                            + System.getProperty("os.name")
                            + ". Grade on Linux (a virtual machine or WSL will do)."
                            + UNSANDBOXED);
        }
        String version = output("bwrap", "--version");
        if (version.isEmpty()) {
            throw new UserException(
                    "The sandbox needs bubblewrap, which is not installed. Install it, for example: sudo apt install bubblewrap."
                            + UNSANDBOXED);
        }
        return Bubblewrap.of(version, "0".equals(output("id", "-u")));
    }

    /**
     * Tries to break out of a sandbox.
     *
     * @param spec runs {@link ProbeMain}
     * @throws UserException if not even the probe runs in it
     */
    public static List<ProbeFinding> probe(Sandbox sandbox, SandboxSpec spec) throws IOException {
        Process process = sandbox.start(spec);
        process.getOutputStream().close();
        String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.destroyForcibly();
        if (lines.isEmpty()) {
            throw new UserException(
                    "The sandbox (%s) does not start: %s%s%s"
                            .formatted(
                                    sandbox.name(), errors.strip(), advice(errors), UNSANDBOXED));
        }
        return lines.lines().map(ProbeFinding::parse).toList();
    }

    /** A file that cannot be reached has nothing to do with namespaces. */
    private static String advice(String errors) {
        boolean forbidden =
                errors.contains("Permission denied") || errors.contains("Operation not permitted");
        return forbidden && !errors.contains("source path")
                ? "\nThe system forbids user namespaces. On Ubuntu 24.04 or later, allow them for bwrap with the AppArmor profile in lessons/INSTRUCTORS.md, \"Grading, step by step\". In a container, start the container with permission to create them."
                : "";
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            byte[] output = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? new String(output, StandardCharsets.UTF_8).strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
