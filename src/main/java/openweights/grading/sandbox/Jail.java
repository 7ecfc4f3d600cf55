package openweights.grading.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A program and all that it may see.
 *
 * @param loans files and folders to read, beside the system's own programs and libraries
 * @param command the program with its arguments; its descriptors 3 and 4 are what the process's
 *     output and input streams are connected to, while 0 is empty and what it writes to 1 and 2
 *     goes to the process's error stream
 */
public record Jail(List<Loan> loans, List<String> command, Limits limits) {

    public Jail {
        loans = List.copyOf(loans);
        command = List.copyOf(command);
    }

    /**
     * A file or a folder that may be read and not written.
     *
     * @param at where it lies inside
     */
    public record Loan(Path from, Path at) {

        /** At its usual place. */
        public static Loan of(Path path) {
            return new Loan(path, path);
        }
    }
}
