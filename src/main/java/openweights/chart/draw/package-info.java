/** What all charts are drawn with: colors, type, axes, legends, numbers, and the PNG encoder. */
@NullMarked
package openweights.chart.draw;

import org.jspecify.annotations.NullMarked;
