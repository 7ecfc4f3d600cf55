/** Commands for instructors: collect, grade, review, export. They parse, call and print. */
@NullMarked
package openweights.cli.grading;

import org.jspecify.annotations.NullMarked;
