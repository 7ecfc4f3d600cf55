/** Submissions that share what few others have: pairs to look at, with the lines in common. */
@NullMarked
package openweights.grading.similar;

import org.jspecify.annotations.NullMarked;
