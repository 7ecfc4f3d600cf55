package openweights.course.exercise.source;

/** One cell of an exercise; lines are those of its text, counted from 1. */
public sealed interface ExerciseCell {

    /** The cell's id in the notebook; unique and stable. */
    String id();

    int line();

    /** Text with markup. */
    record Text(String id, int line, String markdown) implements ExerciseCell {}

    /** Code that every student is given and nobody need change. */
    record Given(String id, int line, String source) implements ExerciseCell {}

    /**
     * A question: the cell that the student fills in.
     *
     * @param question as tests name it, such as {@code q1}
     * @param points what its tests are worth together
     * @param starter what the student finds there: it compiles, and it fails loudly
     * @param solution the same cell, solved
     */
    record Answer(String id, int line, String question, int points, String starter, String solution)
            implements ExerciseCell {}
}
