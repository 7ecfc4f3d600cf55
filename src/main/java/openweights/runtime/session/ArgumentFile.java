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
 * Options in a file, as {@code java @file} reads them: quoted, so that blanks and backslashes in
 * paths stay what they are.
 */
final class ArgumentFile {

    private ArgumentFile() {}

    /**
     * Writes one option per line.
     *
     * @throws IOException if it cannot be written, or if this platform's encoding lacks a letter
     */
    static void write(Path file, List<String> options) throws IOException {
        String text = options.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n"));
        try {
            Files.writeString(file, text + "\n", encoding());
        } catch (CharacterCodingException e) {
            throw new IOException(
                    file
                            + ": a path of the kernel has a letter that "
                            + encoding()
                            + " lacks, and Java's launcher reads nothing else here. Move the course to a folder with a plain name.",
                    e);
        }
    }

    static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * The launcher takes the bytes as the platform's own: the code page on Windows, elsewhere UTF-8
     * (which the kernelspec asks for).
     */
    private static Charset encoding() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows
                ? Charset.forName(System.getProperty("sun.jnu.encoding"))
                : StandardCharsets.UTF_8;
    }
}
