/**
 * What students get of an exercise: a notebook with the metadata that nbgrader knows, and no word
 * of the solution.
 *
 * <p>Reading order: {@link openweights.course.exercise.release.Release}, {@link
 * openweights.course.exercise.release.StudentNotebook}, {@link
 * openweights.course.exercise.release.Nbgrader}.
 */
@NullMarked
package openweights.course.exercise.release;

import org.jspecify.annotations.NullMarked;
