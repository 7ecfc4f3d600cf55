/**
 * An exercise's folder as records: its questions, solutions, tests and typical mistakes.
 *
 * <p>Reading order: {@link openweights.course.exercise.source.Exercise}, {@link
 * openweights.course.exercise.source.ExerciseCell}.
 */
@NullMarked
package openweights.course.exercise.source;

import org.jspecify.annotations.NullMarked;
