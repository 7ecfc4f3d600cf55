package openweights.base;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What an exception says to a user. */
public final class ErrorText {

    private ErrorText() {}

    private static final String MISSING = ": there is no such file or folder. Check the path.";

    /** For a path that somebody named. */
    public static String missing(Path path) {
        return path + MISSING;
    }

    /** Java's own file errors often name only the file; the type says what went wrong. */
    public static String of(Exception error) {
        if (error.getMessage() == null) {
            return error.getClass().getSimpleName();
        }
        boolean bare =
                error instanceof FileSystemException file
                        && file.getReason() == null
                        && error.getMessage().equals(file.getFile())
                        && !error.getMessage().contains(": ");
        return bare ? error.getMessage() + problem(error) : error.getMessage();
    }

    private static String problem(Exception error) {
        if (error instanceof AccessDeniedException) {
            return ": cannot be read or written. Check its permissions, or name another place.";
        }
        if (error instanceof NoSuchFileException) {
            return Files.isSymbolicLink(Path.of(error.getMessage()))
                    ? ": is a link whose target does not exist. Get the file again, or name another."
                    : MISSING;
        }
        if (error instanceof FileAlreadyExistsException) {
            return ": already exists and is not what is needed here. Name another place.";
        }
        return ": cannot be read or written (" + error.getClass().getSimpleName() + ").";
    }
}
