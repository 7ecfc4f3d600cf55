/**
 * A student's code in a living JShell: running cells, and answering what tests ask.
 *
 * <p>Reading order: {@link openweights.course.exercise.shell.NotebookShell}, {@link
 * openweights.course.exercise.shell.ShellStudent}.
 */
@NullMarked
package openweights.course.exercise.shell;

import org.jspecify.annotations.NullMarked;
