package openweights.grading.submission;

import java.util.Set;

/** A cell as it was submitted. Cells are compared by identity, not by content. */
final class SubmittedCell {

    private final Set<String> names;
    private final boolean code;
    private final String source;

    /**
     * @param names that may identify it: nbgrader's id, its own id, the question in the course's
     *     metadata or in its first line; any of them may be wrong
     * @param code whether it is a code cell
     */
    SubmittedCell(Set<String> names, boolean code, String source) {
        this.names = Set.copyOf(names);
        this.code = code;
        this.source = source;
    }

    Set<String> names() {
        return names;
    }

    boolean code() {
        return code;
    }

    String source() {
        return source;
    }
}
