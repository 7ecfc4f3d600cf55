/**
 * The code of cells: the place of each snippet, and how it is made stoppable. Read {@code Cell} and
 * {@code Cells}, then {@code CellControl}, {@code CellCode} and {@code Stop}.
 */
@NullMarked
package openweights.runtime.kernel.cell;

import org.jspecify.annotations.NullMarked;
