/** The authors' Markdown: its tree, its anchors, and its problems line by line. */
@NullMarked
package openweights.course.markdown;

import org.jspecify.annotations.NullMarked;
