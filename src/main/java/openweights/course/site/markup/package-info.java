/** Text, code and foreign HTML made into markup that a page can hold without harm. */
package openweights.course.site.markup;
