/**
 * Answers that are equal but for formatting and local names, so that one decision can serve all.
 */
@NullMarked
package openweights.grading.group;

import org.jspecify.annotations.NullMarked;
