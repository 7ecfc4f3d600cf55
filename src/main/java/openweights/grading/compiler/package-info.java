/**
 * Compiles notebook cells in a separate process that never runs them; the student's process gets
 * classes and no compiler.
 */
package openweights.grading.compiler;
