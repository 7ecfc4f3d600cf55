/**
 * Grades what students hand in: answers are taken from notebooks, run in a sandbox, asked for
 * values by hidden tests outside of it, and every test of every submission gets one verdict.
 *
 * <p>Reading order: {@link openweights.course.grade.Verdict}, {@link
 * openweights.course.grade.Result}, {@link openweights.course.grade.Examiner}, {@link
 * openweights.course.grade.Batch}; then the packages {@code submission}, {@code remote}, {@code
 * sandbox}, {@code student}.
 */
package openweights.course.grade;
