/**
 * The process that runs a student's code, inside the sandbox. It has the code's classes and no
 * test; it is asked for values and answers. Whatever it says is believed to be a value and no more.
 *
 * <p>Reading order: {@link openweights.course.grade.student.StudentMain}, {@link
 * openweights.course.grade.student.Desk}, {@link openweights.course.grade.student.Cells}.
 */
package openweights.course.grade.student;
