/**
 * The code of cells: the place of each snippet, and how it is made stoppable. Read {@code Cell} and
 * {@code Cells}, then {@code CellControl}, {@code CellCode} and {@code Stop}.
 */
package openweights.runtime.kernel.cell;
