package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the sandbox that this machine offers, and tries it out. */
public final class Sandboxes {

    private static final String UNSANDBOXED =
            "\nOr trust every submission: --unsandboxed. Reports will say so.";

    private Sandboxes() {}

    /**
     * The sandbox of this machine.
     *
     * @throws IllegalStateException if there is none, with what to do
     */
    public static Sandbox find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IllegalStateException(
                    "There is no sandbox on "
                            + System.getProperty("os.name")
                            + ". Grade on Linux (a virtual machine or WSL will do)."
                            + UNSANDBOXED);
        }
        String version = output("bwrap", "--version");
        if (version.isEmpty()) {
            throw new IllegalStateException(
                    "The sandbox needs bubblewrap, which is not here. Install it: sudo apt install bubblewrap."
                            + UNSANDBOXED);
        }
        return new Bubblewrap(version, "0".equals(output("id", "-u")));
    }

    /**
     * Tries to break out of a sandbox.
     *
     * @param jail runs {@link ProbeMain}
     * @throws IllegalStateException if not even the probe runs in it
     */
    public static List<ProbeFinding> probe(Sandbox sandbox, Jail jail) throws IOException {
        Process process = sandbox.start(jail);
        process.getOutputStream().close();
        String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String words = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.destroyForcibly();
        if (lines.isEmpty()) {
            throw new IllegalStateException(
                    "The sandbox (%s) does not start: %s%s%s"
                            .formatted(sandbox.name(), words.strip(), advice(words), UNSANDBOXED));
        }
        List<ProbeFinding> findings = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String[] parts = line.split("\t", 3);
            findings.add(new ProbeFinding(parts[1], parts[0].equals("stopped"), parts[2]));
        }
        return findings;
    }

    private static String advice(String words) {
        return words.contains("Permission denied") || words.contains("Operation not permitted")
                ? "\nThe system forbids user namespaces. On Ubuntu 24.04, allow them for bwrap by an AppArmor profile; in a container, start it with the right to make them."
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
