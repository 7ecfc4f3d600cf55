/**
 * The points that count in the end: those of the tests, those that a person gave instead, and
 * deductions for lateness. Results themselves never change.
 *
 * <p>Reading order: {@link openweights.grading.score.Grade}, {@link
 * openweights.grading.score.ManualSheet}, {@link openweights.grading.score.LatePolicy}, {@link
 * openweights.grading.score.Grades}.
 */
@NullMarked
package openweights.grading.score;

import org.jspecify.annotations.NullMarked;
