package openweights.course.grade.submission;

import java.nio.file.Path;

/**
 * A notebook that a student handed in.
 *
 * @param student as reports call the student
 */
public record Submission(String student, Path file) {}
