/**
 * How values look in a notebook: as HTML without style sheets or scripts, so that they read in any
 * theme and in a notebook that is not trusted, and as plain text. Read {@code Rendition} and {@code
 * Grid} first; a view turns one kind of value into a rendition; {@code Displays} tells the kernel
 * about all views. {@code Progress} and {@code LiveChart} are outputs that change while a cell
 * runs.
 */
@NullMarked
package openweights.runtime.kernel.display;

import org.jspecify.annotations.NullMarked;
