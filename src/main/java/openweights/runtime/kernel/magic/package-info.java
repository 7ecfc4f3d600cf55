/**
 * Magics: lines of a cell that are not Java and begin with a percent sign, as in other Jupyter
 * kernels. Read {@code CellSource} first.
 */
@NullMarked
package openweights.runtime.kernel.magic;

import org.jspecify.annotations.NullMarked;
