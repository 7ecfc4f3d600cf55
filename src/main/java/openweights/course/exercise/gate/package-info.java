/**
 * What an exercise must prove before students see it.
 *
 * <p>Reading order: {@link openweights.course.exercise.gate.Gate}, {@link
 * openweights.course.exercise.gate.Runner}.
 */
@NullMarked
package openweights.course.exercise.gate;

import org.jspecify.annotations.NullMarked;
