/**
 * What came of grading: a {@link openweights.grading.result.Verdict} for each test, a {@link
 * openweights.grading.result.Result} for each submission, and the file that results are appended
 * to.
 */
@NullMarked
package openweights.grading.result;

import org.jspecify.annotations.NullMarked;
