package openweights.course.exercise.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A student's code, ready to be asked: it has run up to the question that is tested.
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
 * Values are plain ones; see the package. Whatever the student's code throws comes as a {@link
 * StudentException}, and what it does not define as a {@link MissingAnswer}.
 */
public interface Student {

    /**
     * Calls a method that a cell defines.
     *
     * @param arguments plain values; a {@link Handle} stands for its object, a {@link Tensor} for
     *     an INDArray; whole numbers fit parameters of wider types
     * @return null if the method returns nothing
     */
    @Nullable Object call(String method, Object... arguments);

    /** Calls a method of an object. */
    @Nullable Object call(Handle object, String method, Object... arguments);

    /**
     * The value of a Java expression, evaluated behind the student's cells with the notebook's
     * imports.
     *
     * @throws MissingAnswer if it does not compile
     */
    @Nullable Object eval(String expression);

    /** Evaluates an expression such as {@code new Network(2, 3)} and keeps the object. */
    Handle make(String expression);

    /** The value of a variable. */
    @Nullable Object get(String variable);

    /** Whether a cell defines a method, a variable or a type of this name. */
    boolean exists(String name);

    /**
     * The methods of this name as declared, such as {@code double loss(double[], double)}; none if
     * there are none.
     */
    List<String> signatures(String method);

    /** What the student's code has printed since this test began, with {@code \n} as line end. */
    String stdout();

    /** The answer's cell as the student wrote it. */
    String source(String question);

    /** The values of this student's variant, by name; empty if the exercise has no variants. */
    Map<String, Long> variant();
}
