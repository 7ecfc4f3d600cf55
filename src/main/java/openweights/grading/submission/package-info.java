/**
 * What students handed in: taken from a platform's archive, found on the disk, read as far as a
 * damaged notebook can be read, and put together again with the exercise's own cells.
 */
@NullMarked
package openweights.grading.submission;

import org.jspecify.annotations.NullMarked;
