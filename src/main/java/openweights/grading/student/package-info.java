/**
 * The process inside the sandbox that runs a student's code. It holds the code's classes and no
 * tests; it is asked for values and answers. The grader takes every answer as a value and nothing
 * more.
 *
 * <p>Reading order: {@link openweights.grading.student.StudentMain}, {@link
 * openweights.grading.student.RequestHandler}, {@link openweights.grading.student.Cells}.
 */
@NullMarked
package openweights.grading.student;

import org.jspecify.annotations.NullMarked;
