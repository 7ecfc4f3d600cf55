/**
 * The outcome of grading: a {@link openweights.grading.result.Verdict} for each test, a {@link
 * openweights.grading.result.Result} for each submission, the file that results are appended to,
 * and the folder in which all of this is kept.
 */
@NullMarked
package openweights.grading.result;

import org.jspecify.annotations.NullMarked;
