/**
 * What is told of results: a page for each student, a gradebook, statistics of the tests.
 *
 * <p>Pages and tables hold words of students, which may be hostile; {@link openweights.base.Html}
 * and {@link openweights.base.Csv} defuse them.
 */
@NullMarked
package openweights.grading.report;

import org.jspecify.annotations.NullMarked;
