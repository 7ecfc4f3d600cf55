/**
 * How values are displayed in a notebook: as plain text, and as HTML without style sheets or
 * scripts, which is readable in any theme and in untrusted notebooks. Read {@code Rendition} and
 * {@code Grid} first. A view turns one type of value into a rendition, and {@code Displays}
 * registers all views with the kernel. {@code Progress} and {@code LiveChart} are outputs that
 * change while a cell runs.
 */
@NullMarked
package openweights.runtime.kernel.display;

import org.jspecify.annotations.NullMarked;
