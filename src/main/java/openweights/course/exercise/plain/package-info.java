/**
 * Converts a student's objects to the plain values that tests see, and plain values to the
 * parameters of a student's methods. The notebook and the grader's student process use the same
 * rules.
 *
 * <p>Reading order: {@link openweights.course.exercise.plain.Plain}, {@link
 * openweights.course.exercise.plain.Fitting}, {@link openweights.course.exercise.plain.Methods}.
 */
@NullMarked
package openweights.course.exercise.plain;

import org.jspecify.annotations.NullMarked;
