/**
 * Mutants: copies of an exercise's solution with one small mistake each. A mutant that gets all
 * points shows a mistake that students can make and no test notices.
 *
 * <p>Reading order: {@link openweights.course.exercise.mutant.Mutant}, {@link
 * openweights.course.exercise.mutant.MutantScanner}, {@link
 * openweights.course.exercise.mutant.MutantRun}.
 */
@NullMarked
package openweights.course.exercise.mutant;

import org.jspecify.annotations.NullMarked;
