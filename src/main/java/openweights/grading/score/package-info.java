/**
 * What counts in the end: the points of the tests, those that a person gave instead, and what is
 * taken for being late. Results themselves are never changed.
 *
 * <p>Reading order: {@link openweights.grading.score.Grade}, {@link
 * openweights.grading.score.ManualSheet}, {@link openweights.grading.score.LatePolicy}, {@link
 * openweights.grading.score.Grades}.
 */
@NullMarked
package openweights.grading.score;

import org.jspecify.annotations.NullMarked;
