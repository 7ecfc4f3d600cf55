/**
 * Formulas in TeX notation to MathML, which browsers draw and screen readers speak without scripts.
 */
package openweights.course.site.formula;
