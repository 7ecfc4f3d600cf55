/** Markdown that authors write: its tree, its anchors, and what is wrong with it, line by line. */
@NullMarked
package openweights.course.markdown;

import org.jspecify.annotations.NullMarked;
