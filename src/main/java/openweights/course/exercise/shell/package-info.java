/**
 * A student's code in a running JShell: executes cells and serves tests.
 *
 * <p>Reading order: {@link openweights.course.exercise.shell.NotebookShell}, {@link
 * openweights.course.exercise.shell.ShellStudent}.
 */
@NullMarked
package openweights.course.exercise.shell;

import org.jspecify.annotations.NullMarked;
