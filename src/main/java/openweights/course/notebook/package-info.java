/**
 * Notebooks of nbformat 4.5 as records: reading, writing the bytes that Jupyter would write, and
 * comparing.
 *
 * <p>Reading order: {@link openweights.course.notebook.Notebook}, {@link
 * openweights.course.notebook.Cell}, {@link openweights.course.notebook.NotebookFile}, {@link
 * openweights.course.notebook.NotebookDiff}.
 */
@NullMarked
package openweights.course.notebook;

import org.jspecify.annotations.NullMarked;
