/**
 * A student's code in a running JShell: executes cells and serves tests.
 *
 * <p>Reading order: {@link openweights.course.exercise.shell.NotebookShell}, {@link
 * openweights.course.exercise.shell.ShellStudent}.
 */
package openweights.course.exercise.shell;
