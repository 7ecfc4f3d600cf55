package openweights.course.exercise;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.course.exercise.test.CheckLog;
import org.jspecify.annotations.Nullable;

/**
 * Checks a student's results.
 *
 * <pre>{@code
 * Check.close("dW1", mine, expected);                  // ✓ dW1: approximate, max difference 1.2e-7 at [3, 1]
 * Check.that("loss fell", after < before, "step against the gradient");
 * double gradient = Check.todo("write the gradient");
 * }</pre>
 *
 * <p>A check that passes prints one line, which begins with {@link #PASSED}. One that fails throws
 * {@link CheckFailed}, so the cell stops there, and only then shows the hint, if any.
 *
 * <p>Where numbers are compared, each side may be a number, an array or a list of numbers with one
 * or two dimensions, or an INDArray. Only shape and values count.
 */
public final class Check {

    /** How the line of a passed check begins. Nothing else that the course prints begins so. */
    public static final String PASSED = "✓ ";

    private static final String FAILED = "✗ ";

    /** Relative to the largest expected magnitude; a few hundred rounding errors of a float. */
    private static final double RELATIVE = 1e-5;

    private static final double ABSOLUTE = 1e-8;

    private static final int MAX_SHOWN = 80;

    private Check() {}

    /** Code that may throw any exception. */
    @FunctionalInterface
    public interface Body {
        void run() throws Throwable;
    }

    /**
     * Passes if no difference exceeds 1e-5 times the largest expected magnitude (plus 1e-8).
     *
     * @throws CheckFailed if the values or the shapes differ
     */
    public static void close(String name, Object mine, Object expected, String... hint) {
        Comparison comparison = compare(name, mine, expected, hint);
        double tolerance = RELATIVE * comparison.magnitude() + ABSOLUTE;
        require(comparison.largest() <= tolerance, name + ": " + comparison.different(), hint);
        passed(name + ": " + comparison.agreement());
    }

    /**
     * Passes if no difference exceeds the tolerance.
     *
     * @param tolerance absolute, in the unit of the values
     * @throws CheckFailed if the values or the shapes differ
     */
    public static void within(
            String name, Object mine, Object expected, double tolerance, String... hint) {
        Comparison comparison = compare(name, mine, expected, hint);
        require(comparison.largest() <= tolerance, name + ": " + comparison.different(), hint);
        passed(name + ": within " + Digits.three(tolerance) + ", " + comparison.max());
    }

    /**
     * Passes if both are equal: numbers, and arrays and lists of numbers, in shape and values,
     * anything else by {@code equals}. An array and a list with the same elements are equal.
     *
     * @throws CheckFailed if they are not
     */
    public static void equal(String name, Object mine, Object expected, String... hint) {
        if (Numbers.canRead(mine) && Numbers.canRead(expected)) {
            Comparison comparison = compare(name, mine, expected, hint);
            require(comparison.isExact(), name + ": " + comparison.different(), hint);
        } else {
            require(
                    Objects.equals(listed(mine), listed(expected)),
                    name + ": found " + found(mine, expected),
                    hint);
        }
        passed(name + ": equal");
    }

    /**
     * Passes if the condition holds.
     *
     * @throws CheckFailed if it does not
     */
    public static void that(String name, boolean condition, String... hint) {
        require(condition, name + ": false", hint);
        passed(name + ": true");
    }

    /**
     * Passes if the code throws an exception of this type.
     *
     * @throws CheckFailed if it throws nothing or an exception of another type
     */
    public static void raises(Class<? extends Throwable> type, Body body, String... hint) {
        String wanted = type.getSimpleName();
        Throwable thrown = thrownBy(body);
        if (thrown == null) {
            throw failure("expected " + wanted + ", but nothing was thrown", hint);
        }
        require(type.isInstance(thrown), "expected " + wanted + ", found " + thrown, hint);
        String message = String.valueOf(thrown.getMessage());
        passed("raises " + wanted + ": " + message.lines().findFirst().orElse(""));
    }

    /**
     * A placeholder for an answer.
     *
     * @param task what the student has to write
     * @return nothing; the type fits wherever a value is expected
     * @throws NotYet always
     */
    @SuppressWarnings({"TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    public static <T> T todo(String task) {
        throw new NotYet(task);
    }

    /**
     * The visible tests of a question in an exercise.
     *
     * @param tests the test classes
     */
    public static QuestionCheck question(String question, Class<?>... tests) {
        return new QuestionCheck(question, tests);
    }

    private static @Nullable Throwable thrownBy(Body body) {
        try {
            body.run();
            return null;
        } catch (ThreadDeath e) {
            // The stop button was pressed; this is not the code's own exception.
            throw e;
        } catch (Throwable e) {
            return e;
        }
    }

    private static Comparison compare(String name, Object mine, Object expected, String... hint) {
        Numbers right = Numbers.read("the expected value of " + name, expected);
        Numbers answer;
        try {
            answer = Numbers.read(name, mine);
        } catch (IllegalArgumentException e) {
            throw failure(String.valueOf(e.getMessage()), hint);
        }
        answer.objection(right)
                .ifPresent(
                        objection -> {
                            throw failure(name + objection, hint);
                        });
        return Comparison.of(answer, right);
    }

    private static void passed(String line) {
        CheckLog.write(PASSED + line);
    }

    private static void require(boolean condition, String message, String... hint) {
        if (!condition) {
            throw failure(message, hint);
        }
    }

    private static CheckFailed failure(String message, String... hint) {
        String end = message.endsWith(".") ? "" : ".";
        String advice = hint.length == 0 ? "" : " Hint: " + String.join(" ", hint);
        return new CheckFailed(FAILED + message + end + advice);
    }

    /** Arrays as lists, at every depth. */
    private static @Nullable Object listed(@Nullable Object value) {
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> listed(Array.get(value, i)))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> listed(each))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        return value;
    }

    /** Values of different types may look the same. */
    private static String found(Object mine, Object expected) {
        String found = shown(mine);
        String wanted = shown(expected);
        return found.equals(wanted) && mine != null && expected != null
                ? "%s of the type %s, expected the type %s"
                        .formatted(
                                found,
                                mine.getClass().getSimpleName(),
                                expected.getClass().getSimpleName())
                : found + ", expected " + wanted;
    }

    private static String shown(Object value) {
        String listed = Arrays.deepToString(new Object[] {value});
        String text = listed.substring(1, listed.length() - 1);
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
