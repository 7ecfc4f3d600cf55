package openweights.grading.autograder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import openweights.base.Json;

/**
 * A root file system as Gradescope's container has it: {@code /autograder}, an unpacked autograder
 * in {@code /autograder/source}, and root, who cannot make namespaces unless that is permitted.
 *
 * @param folder holds {@code autograder} and {@code opt}
 */
record Container(Path folder) {

    /** What Gradescope does with an archive and an image. */
    static Container build(Path folder, Path zip) throws IOException {
        Container container = new Container(folder);
        for (String each : List.of("autograder/submission", "autograder/results", "opt")) {
            Files.createDirectories(folder.resolve(each));
        }
        Path source = Files.createDirectories(folder.resolve("autograder/source"));
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream archive = new ZipInputStream(in)) {
            for (ZipEntry e = archive.getNextEntry(); e != null; e = archive.getNextEntry()) {
                Path file = source.resolve(e.getName());
                Files.createDirectories(file.getParent());
                Files.copy(archive, file);
            }
        }
        container.run(false, "setup.sh");
        return container;
    }

    /** What the last script printed. */
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    Path submission() {
        return folder.resolve("autograder/submission");
    }

    Path metadata() {
        return folder.resolve("autograder/submission_metadata.json");
    }

    Path source() {
        return folder.resolve("autograder/source");
    }

    /** Grades what is in the folder of the submission. */
    JsonNode results(boolean namespaces) throws IOException {
        Path results = folder.resolve("autograder/results/results.json");
        Files.deleteIfExists(results);
        run(namespaces, "run_autograder");
        return Json.read(results);
    }

    private void run(boolean namespaces, String script) throws IOException {
        List<String> command = new ArrayList<>(List.of("bwrap", "--die-with-parent"));
        command.addAll(List.of("--unshare-ipc", "--ro-bind", "/usr", "/usr"));
        for (String each : List.of("bin", "sbin", "lib", "lib64")) {
            Path link = Path.of("/" + each);
            if (Files.isSymbolicLink(link)) {
                command.addAll(List.of("--symlink", "" + Files.readSymbolicLink(link), "/" + each));
            } else {
                command.addAll(List.of("--ro-bind-try", "/" + each, "/" + each));
            }
        }
        command.addAll(List.of("--ro-bind", "/etc", "/etc", "--dev", "/dev"));
        // Namespaces need a view of all of /proc, which containers usually cover in parts.
        command.addAll(namespaces ? List.of("--bind", "/proc") : List.of("--proc"));
        command.add("/proc");
        command.addAll(List.of("--tmpfs", "/tmp", "--tmpfs", "/run"));
        for (String each : List.of("opt", "autograder")) {
            command.addAll(List.of("--bind", folder.resolve(each).toString(), "/" + each));
        }
        Path java = Path.of(System.getProperty("java.home"));
        if (!java.startsWith("/usr")) {
            command.addAll(List.of("--ro-bind", "" + java, "/jdk"));
        }
        if (!namespaces) {
            command.addAll(List.of("--ro-bind", "/dev/null", "/usr/bin/bwrap"));
        }
        String path = "/jdk/bin:" + java + "/bin:/usr/bin:/bin:/usr/sbin:/sbin";
        command.addAll(List.of("--setenv", "PATH", path));
        command.addAll(List.of("/bin/bash", "/autograder/source/" + script));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("log"), log);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(script + " failed:\n" + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
