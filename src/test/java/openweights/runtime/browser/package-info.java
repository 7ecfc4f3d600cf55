/**
 * A real JupyterLab in a real browser: what a student sees. {@code LabServer} runs the one, {@code
 * Browser} the other, {@code NotebookPage} is a notebook on the screen; {@code Screenshot} takes
 * its picture from the command line. {@code ReaderPage} is a page of the reader's edition.
 */
package openweights.runtime.browser;
