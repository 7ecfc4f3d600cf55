/**
 * Students' submissions: collected from a platform's archive, found on disk, read as far as a
 * damaged notebook allows, and reassembled with the exercise's own cells.
 */
@NullMarked
package openweights.grading.submission;

import org.jspecify.annotations.NullMarked;
