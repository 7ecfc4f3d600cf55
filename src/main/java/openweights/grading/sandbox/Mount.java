package openweights.grading.sandbox;

import java.nio.file.Path;

/**
 * A file or folder that a sandbox shows read-only.
 *
 * @param from its path on this machine
 * @param at its path inside the sandbox
 */
public record Mount(Path from, Path at) {

    /** At the same path inside as outside. */
    public static Mount of(Path path) {
        return new Mount(path, path);
    }
}
