/**
 * Compiles notebook cells, in a process of its own, and never runs them: the student's process gets
 * classes and no compiler.
 */
package openweights.grading.compiler;
