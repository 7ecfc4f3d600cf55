/**
 * What cells put out: joined, so that a notebook is not flooded with messages, and kept in bounds.
 * Read {@code CellOutput} first.
 */
@NullMarked
package openweights.runtime.kernel.output;

import org.jspecify.annotations.NullMarked;
