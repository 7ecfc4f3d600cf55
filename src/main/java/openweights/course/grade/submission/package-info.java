/**
 * From what a student handed in to the answers in it: the text of the answers' cells is taken, and
 * nothing else is believed.
 *
 * <p>Reading order: {@link openweights.course.grade.submission.Submission}, {@link
 * openweights.course.grade.submission.Sheet}, {@link openweights.course.grade.submission.Answers}.
 */
package openweights.course.grade.submission;
