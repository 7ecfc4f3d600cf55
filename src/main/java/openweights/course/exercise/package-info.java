/**
 * The checks that students call in their notebooks. Read {@link openweights.course.exercise.Check}
 * first; the subpackages hold the exercises' sources, their tests, and the releases for students.
 */
@NullMarked
package openweights.course.exercise;

import org.jspecify.annotations.NullMarked;
