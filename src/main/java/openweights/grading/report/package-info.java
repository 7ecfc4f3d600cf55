/**
 * Reports about results: a page for each student, a gradebook, statistics of the tests.
 *
 * <p>Pages and tables contain text by students, which may be hostile; {@link openweights.base.Html}
 * and {@link openweights.base.Csv} defuse it.
 */
@NullMarked
package openweights.grading.report;

import org.jspecify.annotations.NullMarked;
