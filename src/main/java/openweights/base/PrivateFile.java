package openweights.base;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes files that only their owner can read, in any folder, as {@link AtomicFile} does. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Writes the whole file. */
    public static void write(Path file, AtomicFile.Content content) throws IOException {
        AtomicFile.write(file, content, PrivateFolder.rights(file, "rw-------"));
    }

    /** Writes the text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(file, AtomicFile.of(bytes));
    }
}
