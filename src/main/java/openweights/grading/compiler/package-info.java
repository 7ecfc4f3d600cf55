/**
 * Compiles notebook cells in a separate process that never runs them; the student's process gets
 * classes and no compiler.
 */
@NullMarked
package openweights.grading.compiler;

import org.jspecify.annotations.NullMarked;
