/** Exercises on paper, for an exam without machines, and the key for those who grade it. */
@NullMarked
package openweights.course.exercise.print;

import org.jspecify.annotations.NullMarked;
