package openweights.course.exercise.test;

import org.jspecify.annotations.Nullable;

/** The student's code threw something; only its name and its words are kept. */
public class StudentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNANSWERED = "openweights.course.exercise.NotYet";

    private final String type;

    /**
     * @param type the full name of what was thrown, such as {@code java.lang.ArithmeticException}
     * @param message what it said; may be null
     */
    public StudentException(String type, @Nullable String message) {
        super(message);
        this.type = type;
    }

    /** The full name of what was thrown. */
    public String type() {
        return type;
    }

    /** The name of what was thrown, without its package. */
    public String simpleType() {
        return type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')));
    }

    /** Whether the answer's place is still held by {@code Check.todo}. */
    public boolean isUnanswered() {
        return type.equals(UNANSWERED);
    }
}
