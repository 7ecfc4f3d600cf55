package openweights.grading.submission;

import java.util.Set;

/** A cell as it was handed in. Two cells are never the same, even if they say the same. */
final class SubmittedCell {

    private final Set<String> names;
    private final boolean code;
    private final String source;

    /**
     * @param names that it goes by: nbgrader's id, its own id, the question that the course's
     *     metadata or its first line names; any of them may be wrong
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
