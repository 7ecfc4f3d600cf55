/**
 * What is told of results: a page for each student, a gradebook, statistics of the tests.
 *
 * <p>Pages and tables hold words of students, which may be hostile; {@link
 * openweights.course.grade.report.Html} and {@link openweights.course.grade.report.Csv} defuse
 * them.
 */
package openweights.course.grade.report;
