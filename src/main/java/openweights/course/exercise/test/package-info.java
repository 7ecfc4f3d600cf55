/**
 * What tests of an exercise are written with: the {@link openweights.course.exercise.test.Student}
 * under test, and annotations such as a test's points.
 *
 * <p>A test never touches an object of the student's code. It gets plain values instead:
 *
 * <ul>
 *   <li>{@link Boolean}, {@link Character}, {@link String} and numbers unchanged; null as null
 *   <li>arrays of primitives with one or two dimensions unchanged; other arrays and every {@link
 *       java.util.Collection} as a {@link java.util.List}
 *   <li>a {@link java.util.Map} as a map in the same order
 *   <li>an enum's constant as its name
 *   <li>an INDArray as a {@link openweights.course.exercise.test.Tensor}
 *   <li>a Tablesaw table as {@link openweights.course.exercise.test.Columns}
 *   <li>a record as {@link openweights.course.exercise.test.Fields}
 *   <li>any other object as a {@link openweights.course.exercise.test.Handle}, on which methods can
 *       be called
 * </ul>
 *
 * The same test class runs next to the student's code in the notebook and isolated from it in the
 * grader; {@link openweights.course.exercise.test.CurrentStudent} supplies the student in both.
 */
@NullMarked
package openweights.course.exercise.test;

import org.jspecify.annotations.NullMarked;
