/**
 * Results in the forms that other programs read: learning platforms, Gradescope, continuous
 * integration, JPlag.
 *
 * <p>Gradebooks of platforms are merged into the file that the instructor has exported there: one
 * column changes, everything else stays as it was.
 */
@NullMarked
package openweights.grading.export;

import org.jspecify.annotations.NullMarked;
