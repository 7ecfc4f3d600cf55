/**
 * What the tests of an exercise are written with: a {@link
 * openweights.course.exercise.test.Student} to ask, and annotations that say what a test is worth.
 *
 * <p>A test never touches an object of the student's. It asks for values, and gets plain ones:
 *
 * <ul>
 *   <li>{@link Boolean}, {@link Character}, {@link String} and numbers as they are; null as null
 *   <li>arrays of primitive values in one or two dimensions as they are; other arrays and every
 *       {@link java.util.Collection} as a {@link java.util.List}
 *   <li>a {@link java.util.Map} as a map in the same order
 *   <li>an enum's constant as its name
 *   <li>an INDArray as a {@link openweights.course.exercise.test.Tensor}
 *   <li>a Tablesaw table as {@link openweights.course.exercise.test.Columns}
 *   <li>a record as {@link openweights.course.exercise.test.Fields}
 *   <li>any other object as a {@link openweights.course.exercise.test.Handle}, to be asked further
 * </ul>
 *
 * The same test class runs beside the student's code in the notebook and apart from it in the
 * grader; {@link openweights.course.exercise.test.CurrentStudent} says who answers.
 */
@NullMarked
package openweights.course.exercise.test;

import org.jspecify.annotations.NullMarked;
