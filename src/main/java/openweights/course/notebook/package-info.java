/**
 * Notebooks in nbformat 4.5 as records: read, written byte for byte as Jupyter does, and compared.
 *
 * <p>Reading order: {@link openweights.course.notebook.Notebook}, {@link
 * openweights.course.notebook.Cell}, {@link openweights.course.notebook.NotebookFile}, {@link
 * openweights.course.notebook.NotebookDiff}.
 */
@NullMarked
package openweights.course.notebook;

import org.jspecify.annotations.NullMarked;
