/** Text, code and foreign HTML made into markup that a page can hold without harm. */
@NullMarked
package openweights.course.site.markup;

import org.jspecify.annotations.NullMarked;
