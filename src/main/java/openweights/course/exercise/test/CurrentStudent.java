package openweights.course.exercise.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Supplies the {@link Student} for the tests on this thread.
 *
 * <pre>{@code
 * CurrentStudent.take(test -> student, () -> launcher.execute(tests));
 * }</pre>
 */
public final class CurrentStudent {

    private static final ThreadLocal<Source> TAKEN = new ThreadLocal<>();

    private CurrentStudent() {}

    /** Returns the student for each test, possibly a new one each time. */
    @FunctionalInterface
    public interface Source {

        /**
         * @param test JUnit's unique id of the test
         */
        Student student(String test);
    }

    /** Runs tests on this thread with students from a source. */
    public static void take(Source source, Runnable tests) {
        Source before = TAKEN.get();
        TAKEN.set(source);
        try {
            tests.run();
        } finally {
            TAKEN.set(before);
        }
    }

    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Student.class;
        }

        @Override
        public Student resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Source source = TAKEN.get();
            if (source == null) {
                throw new IllegalStateException(
                        "There is no student to test. Run the tests of an exercise with ./course exercise check.");
            }
            return source.student(context.getUniqueId());
        }
    }
}
