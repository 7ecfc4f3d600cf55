/**
 * The desk: pages in the instructor's browser on which submissions are looked at and graded by
 * hand. A view of the files in the grading folder; it keeps nothing of its own.
 */
@NullMarked
package openweights.grading.desk;

import org.jspecify.annotations.NullMarked;
