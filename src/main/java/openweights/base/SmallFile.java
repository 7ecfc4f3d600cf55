package openweights.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads whole files that came from elsewhere and have to be small: settings and templates. Whatever
 * is larger is something else, and is not read into memory.
 */
public final class SmallFile {

    /** Far above the settings of any released model; the largest known ones have about 2 MB. */
    private static final long MAX_BYTES = 16L << 20;

    private SmallFile() {}

    /**
     * @throws UserException if it is no file, or too large
     */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserException(file + " is not a file.");
        }
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new UserException(
                    "%s: %,d bytes are too large for a file of settings or a template; at most %,d are read. Is it another kind of file?"
                            .formatted(file, size, MAX_BYTES));
        }
        return Files.readAllBytes(file);
    }

    /**
     * A text in UTF-8.
     *
     * @throws UserException if it is no file, too large, or not such a text
     */
    public static String text(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new UserException(
                    "%s: the text is not UTF-8: byte %,d begins no character of it. Save it as UTF-8, or take it from its source again."
                            .formatted(file, bytes.position()),
                    e);
        }
    }
}
