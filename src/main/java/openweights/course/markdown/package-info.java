/** Markdown that authors write: its tree, its anchors, and what is wrong with it, line by line. */
package openweights.course.markdown;
