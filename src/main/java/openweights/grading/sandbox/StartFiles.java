package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What bubblewrap reads from files instead of its command line, which every program in the sandbox
 * can see: its options and the program's command, which name folders of this machine, and the
 * filter of system calls. The files are private and are deleted when the grader ends.
 */
final class StartFiles {

    private final Map<String, Path> texts = new HashMap<>();
    private final Path folder;
    private final Path filter;

    private StartFiles(Path folder, byte[] filter) throws IOException {
        this.folder = folder;
        this.filter = write("filter.bpf", filter);
    }

    /**
     * @param filter the program that decides about system calls
     */
    static StartFiles of(byte[] filter) throws IOException {
        Path folder = Files.createTempDirectory("openweights-sandbox");
        folder.toFile().deleteOnExit();
        return new StartFiles(folder, filter);
    }

    /** A file of the filter. */
    Path filter() {
        return filter;
    }

    /** A file that holds this text. */
    synchronized Path text(String text) throws IOException {
        Path known = texts.get(text);
        if (known == null) {
            known = write("" + texts.size(), text.getBytes(StandardCharsets.UTF_8));
            texts.put(text, known);
        }
        return known;
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        file.toFile().deleteOnExit();
        return file;
    }
}
