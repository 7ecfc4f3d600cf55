/**
 * What students see: a real JupyterLab ({@code LabServer}) in a real browser ({@code Browser}).
 * {@code NotebookPage} is an open notebook, and {@code Screenshot} captures one from the command
 * line. {@code ReaderPage} is a page of the site.
 */
package openweights.runtime.browser;
