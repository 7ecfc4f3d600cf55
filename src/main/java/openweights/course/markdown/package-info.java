/** The authors' Markdown: its tree, its anchors, and its problems line by line. */
package openweights.course.markdown;
