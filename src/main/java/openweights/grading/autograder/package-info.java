/**
 * The grader away from its course: an archive for Gradescope, a workflow for GitHub Classroom, and
 * the programs that run in both.
 */
@NullMarked
package openweights.grading.autograder;

import org.jspecify.annotations.NullMarked;
