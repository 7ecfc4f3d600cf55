package openweights.grading.decision;

import java.util.List;

/**
 * What a person decided at one moment, a line of the {@link Journal}.
 *
 * @param id unique in the journal
 * @param time in ISO 8601
 * @param by name of the person
 * @param changes made and taken back together
 */
public record Decision(String id, String time, String by, List<Change> changes) {

    public Decision {
        changes = List.copyOf(changes);
    }

    /** Whether it only takes another decision back. */
    boolean isUndo() {
        return changes.stream().anyMatch(Change.Undo.class::isInstance);
    }
}
