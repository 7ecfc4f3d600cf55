package openweights.grading.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves a program's conversation from descriptors 0 and 1, which System.in, System.out and every
 * library use, to 3 and 4.
 */
final class Descriptors {

    /** Moves them, in a shell. */
    static final String MOVE = "exec 3<&0 4>&1 0</dev/null 1>&2";

    private Descriptors() {}

    static List<String> moved(List<String> command) {
        List<String> moved =
                new ArrayList<>(List.of("/bin/sh", "-c", MOVE + "; exec \"$@\"", "sh"));
        moved.addAll(command);
        return moved;
    }
}
