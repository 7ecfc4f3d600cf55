/**
 * Grades in the formats of other programs: learning platforms, Gradescope, continuous integration,
 * JPlag.
 *
 * <p>For a platform's gradebook, points are filled into the file that the instructor has exported
 * there: one column changes, and everything else stays as it was.
 */
@NullMarked
package openweights.grading.export;

import org.jspecify.annotations.NullMarked;
