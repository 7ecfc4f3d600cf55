/** Commands for the course: open it, build its lessons and exercises, test it. */
@NullMarked
package openweights.cli.course;

import org.jspecify.annotations.NullMarked;
