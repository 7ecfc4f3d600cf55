package openweights.course.exercise.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A student's code as tests see it. It has run up to the question under test.
 *
 * <pre>{@code
 * @Test
 * @Worth(2)
 * void addsTheBias(Student student) {
 *     Object sum = student.call("weightedSum", new double[] {1, 2}, new double[] {3, 4}, 0.5);
 *     Check.close("weightedSum", sum, 11.5);
 * }
 * }</pre>
 *
 * All values are plain; see the package's documentation. An exception in the student's code is
 * reported as a {@link StudentException}, and a missing definition as a {@link MissingAnswer}.
 */
public interface Student {

    /**
     * Calls a method that a cell defines.
     *
     * @param arguments plain values. A {@link Handle} stands for its object and a {@link Tensor}
     *     for an INDArray; whole numbers are widened to the parameter's type
     * @return null if the method returns nothing
     */
    @Nullable Object call(String method, Object... arguments);

    /**
     * The arguments of the last {@link #call(String, Object...)} as the method left them, which
     * shows whether it changed an array that it was given.
     */
    List<@Nullable Object> arguments();

    /** Calls a method of an object. */
    @Nullable Object call(Handle object, String method, Object... arguments);

    /**
     * The value of a Java expression, evaluated after the student's cells and with the notebook's
     * imports.
     *
     * @throws MissingAnswer if it does not compile
     */
    @Nullable Object eval(String expression);

    /**
     * Evaluates an expression such as {@code new Network(2, 3)} and keeps the object for later
     * calls.
     */
    Handle make(String expression);

    /** The value of a variable. */
    @Nullable Object get(String variable);

    /** Whether a cell defines a method, variable or type with this name. */
    boolean exists(String name);

    /**
     * The signatures of the methods with this name, such as {@code double loss(double[], double)}.
     */
    List<String> signatures(String method);

    /**
     * What the student's code has printed since the test began, with {@code \n} as line separator.
     */
    String stdout();

    /** The source of the answer cell as the student wrote it. */
    String source(String question);

    /** The numbers of this student's variant, by name; empty if the exercise has no variants. */
    Map<String, Long> variant();
}
