/**
 * The code of cells: where each snippet stands, and how it is made stoppable. Read Cell, Cells,
 * then CellControl, CellCode and Stop.
 */
@NullMarked
package openweights.runtime.kernel.cell;

import org.jspecify.annotations.NullMarked;
