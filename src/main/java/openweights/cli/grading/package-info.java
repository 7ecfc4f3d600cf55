/** Commands for instructors: collect, grade, review, export. */
@NullMarked
package openweights.cli.grading;

import org.jspecify.annotations.NullMarked;
