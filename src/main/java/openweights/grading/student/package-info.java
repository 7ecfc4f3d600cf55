/**
 * The process that runs a student's code, inside the sandbox. It has the code's classes and no
 * test; it is asked for values and answers. Whatever it says is believed to be a value and no more.
 *
 * <p>Reading order: {@link openweights.grading.student.StudentMain}, {@link
 * openweights.grading.student.RequestHandler}, {@link openweights.grading.student.Cells}.
 */
@NullMarked
package openweights.grading.student;

import org.jspecify.annotations.NullMarked;
