/** Safe markup from text, code, and HTML that comes from outside. */
@NullMarked
package openweights.course.site.markup;

import org.jspecify.annotations.NullMarked;
