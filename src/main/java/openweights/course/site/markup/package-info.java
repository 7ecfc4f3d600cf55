/** Safe markup from text, code, and HTML that comes from outside. */
package openweights.course.site.markup;
