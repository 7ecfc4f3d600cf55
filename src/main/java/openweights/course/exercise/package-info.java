/** What students answer: the checks that they call in their notebooks. */
@NullMarked
package openweights.course.exercise;

import org.jspecify.annotations.NullMarked;
