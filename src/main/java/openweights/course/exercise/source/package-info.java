/**
 * An exercise's folder as records: what is asked, what is right, and what tests it.
 *
 * <p>Reading order: {@link openweights.course.exercise.source.Exercise}, {@link
 * openweights.course.exercise.source.ExerciseCell}.
 */
@NullMarked
package openweights.course.exercise.source;

import org.jspecify.annotations.NullMarked;
