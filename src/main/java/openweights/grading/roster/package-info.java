/** Who takes the course: a list of students from a platform, and who of them has not submitted. */
@NullMarked
package openweights.grading.roster;

import org.jspecify.annotations.NullMarked;
