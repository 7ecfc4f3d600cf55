/**
 * What counts in the end: the points of the tests, those that a person gave instead, and what is
 * taken for being late. Results themselves are never changed.
 *
 * <p>Reading order: {@link openweights.course.grade.score.Grade}, {@link
 * openweights.course.grade.score.ManualSheet}, {@link openweights.course.grade.score.LatePolicy},
 * {@link openweights.course.grade.score.Grades}.
 */
package openweights.course.grade.score;
