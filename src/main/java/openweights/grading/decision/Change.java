package openweights.grading.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a decision changes. What a person types is one change each, so that two people who
 * work on the same answer do not overwrite each other's work.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Points.class, name = "points"),
    @JsonSubTypes.Type(value = Change.Comment.class, name = "comment"),
    @JsonSubTypes.Type(value = Change.Apply.class, name = "apply"),
    @JsonSubTypes.Type(value = Change.Item.class, name = "item"),
    @JsonSubTypes.Type(value = Change.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Change.Check.class, name = "check"),
    @JsonSubTypes.Type(value = Change.Attempt.class, name = "attempt"),
    @JsonSubTypes.Type(value = Change.Settle.class, name = "settle"),
    @JsonSubTypes.Type(value = Change.Undo.class, name = "undo")
})
public sealed interface Change {

    /**
     * Points for an answer, as they are to be with the rubric items that apply at this moment.
     *
     * @param points null to go back to the points of the tests
     * @param table what the table of points by hand said about the answer, see {@link Given#table}
     */
    record Points(Answer answer, @Nullable Double points, String table) implements Change {}

    /** A comment on an answer, for the student; empty for none. */
    record Comment(Answer answer, String text, String table) implements Change {}

    /** Whether a rubric item applies to an answer. */
    record Apply(Answer answer, String item, boolean applies, String table) implements Change {}

    /**
     * A rubric item, new or changed.
     *
     * @param item its id
     * @param points added to the points of an answer, mostly negative
     * @param words for the student
     * @param retired whether it is no longer used and applies nowhere
     */
    record Item(String item, String question, double points, String words, boolean retired)
            implements Change {}

    /**
     * A comment at a line of an answer.
     *
     * @param line the first is 1
     * @param text empty for none
     */
    record Note(Answer answer, int line, String text) implements Change {}

    /** Whether somebody is done with a submission. */
    record Check(String student, String submission, boolean done) implements Change {}

    /**
     * Which of a student's attempts counts.
     *
     * @param attempt its folder in {@code collected}; empty for the one that the rule says
     */
    record Attempt(String student, String attempt) implements Change {}

    /**
     * The points on which two graders have agreed, or a third one has decided.
     *
     * @param points null to let the two decide again
     * @param table what the table of points by hand said about the answer; null in old journals
     */
    record Settle(Answer answer, @Nullable Double points, @Nullable String table)
            implements Change {}

    /**
     * Takes a decision back, which may itself be one that takes back.
     *
     * @param decision its id
     */
    record Undo(String decision) implements Change {}

    /** The answer that this changes the points or the comments of, if it is one. */
    default @Nullable Answer about() {
        if (this instanceof Points points) {
            return points.answer();
        } else if (this instanceof Comment comment) {
            return comment.answer();
        } else if (this instanceof Apply apply) {
            return apply.answer();
        }
        if (this instanceof Settle settle) {
            return settle.answer();
        }
        return this instanceof Note note ? note.answer() : null;
    }
}
