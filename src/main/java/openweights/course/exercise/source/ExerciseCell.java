package openweights.course.exercise.source;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A cell of an exercise. Lines are those of {@code exercise.md}, counted from 1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExerciseCell.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ExerciseCell.Given.class, name = "given"),
    @JsonSubTypes.Type(value = ExerciseCell.Answer.class, name = "answer")
})
public sealed interface ExerciseCell {

    /** The cell's id in the notebook, unique and stable. */
    String id();

    int line();

    /** Markdown text. */
    record Text(String id, int line, String markdown) implements ExerciseCell {}

    /** Code that is given to students and need not be changed. */
    record Given(String id, int line, String source) implements ExerciseCell {}

    /**
     * A question: the cell that the student completes.
     *
     * @param question as tests name it, such as {@code q1}
     * @param points the total points of its tests
     * @param starter the code that students start from; it compiles, but fails when run
     * @param solution the completed cell
     */
    record Answer(String id, int line, String question, int points, String starter, String solution)
            implements ExerciseCell {}
}
