/**
 * From formulas in TeX to MathML, which browsers display and screen readers speak without scripts.
 */
@NullMarked
package openweights.course.site.formula;

import org.jspecify.annotations.NullMarked;
