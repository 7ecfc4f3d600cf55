package openweights.grading.sandbox;

import java.util.List;

/**
 * A program and everything that it may see.
 *
 * @param mounts files and folders that it may read, besides the system's own programs and libraries
 * @param command the program and its arguments. The process's input and output streams are
 *     connected to its descriptors 3 and 4; descriptor 0 is empty, and what it writes to 1 and 2
 *     goes to the process's error stream
 */
public record SandboxSpec(List<Mount> mounts, List<String> command, Limits limits) {

    public SandboxSpec {
        mounts = List.copyOf(mounts);
        command = List.copyOf(command);
    }
}
