/**
 * What a student has done so far, read from the notebooks in {@code work/}. Read {@link
 * openweights.course.progress.NotebookProgress} first.
 */
@NullMarked
package openweights.course.progress;

import org.jspecify.annotations.NullMarked;
