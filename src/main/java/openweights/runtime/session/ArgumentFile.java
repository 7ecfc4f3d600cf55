package openweights.runtime.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of options for {@code java @file}, quoted so that spaces and backslashes in paths are
 * preserved.
 */
final class ArgumentFile {

    private ArgumentFile() {}

    /**
     * Writes one option per line.
     *
     * @throws IOException if it cannot be written, or if the platform's encoding lacks a character
     */
    static void write(Path file, List<String> options) throws IOException {
        String text = options.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n"));
        try {
            Files.writeString(file, text + "\n", encoding());
        } catch (CharacterCodingException e) {
            throw new IOException(
                    file
                            + ": one of the kernel's paths contains a character that "
                            + encoding()
                            + " cannot encode, and Java's launcher reads no other encoding here. Move the course to a folder with a plain ASCII name.",
                    e);
        }
    }

    static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * The launcher reads the platform's encoding: the code page on Windows, elsewhere UTF-8, which
     * the kernelspec requests.
     */
    private static Charset encoding() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows
                ? Charset.forName(System.getProperty("sun.jnu.encoding"))
                : StandardCharsets.UTF_8;
    }
}
