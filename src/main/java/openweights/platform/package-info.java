/**
 * What other platforms start in place of {@code ./course}: Gradescope in its container, and GitHub
 * in a student's repository.
 */
@NullMarked
package openweights.platform;

import org.jspecify.annotations.NullMarked;
