/**
 * From formulas in TeX to MathML, which browsers display and screen readers speak without scripts.
 */
package openweights.course.site.formula;
