/**
 * The notebooks that students get: with nbgrader's metadata, and without any part of the solution.
 *
 * <p>Reading order: {@link openweights.course.exercise.release.Release}, {@link
 * openweights.course.exercise.release.StudentNotebook}, {@link
 * openweights.course.exercise.release.Nbgrader}.
 */
@NullMarked
package openweights.course.exercise.release;

import org.jspecify.annotations.NullMarked;
