/**
 * What is told of results: a page for each student, a gradebook, statistics of the tests.
 *
 * <p>Pages and tables hold words of students, which may be hostile; {@link
 * openweights.grading.report.Html} and {@link openweights.grading.report.Csv} defuse them.
 */
package openweights.grading.report;
