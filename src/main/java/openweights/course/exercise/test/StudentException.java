package openweights.course.exercise.test;

import org.jspecify.annotations.Nullable;

/** The student's code threw an exception. Only its type name and message are kept. */
public class StudentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNANSWERED = "openweights.course.exercise.NotYet";

    private final String type;

    /**
     * @param type fully qualified name of the exception, such as {@code
     *     java.lang.ArithmeticException}
     * @param message its message; may be null
     */
    public StudentException(String type, @Nullable String message) {
        super(message);
        this.type = type;
    }

    /** The fully qualified name of the exception's type. */
    public String type() {
        return type;
    }

    /** The simple name of the exception's type. */
    public String simpleType() {
        return type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')));
    }

    /** Whether the answer is still {@code Check.todo}. */
    public boolean isUnanswered() {
        return type.equals(UNANSWERED);
    }
}
