/**
 * Compiles notebook cells, in a process of its own, and never runs them: the student's process gets
 * classes and no compiler.
 */
@NullMarked
package openweights.grading.compiler;

import org.jspecify.annotations.NullMarked;
