/**
 * Formulas in TeX notation to MathML, which browsers draw and screen readers speak without scripts.
 */
@NullMarked
package openweights.course.site.formula;

import org.jspecify.annotations.NullMarked;
