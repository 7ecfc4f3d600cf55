package openweights.course.exercise.test;

/**
 * An object that stays with the student's code.
 *
 * @param id known to the {@link Student} that gave it, and only there
 * @param type simple name of its class
 */
public record Handle(int id, String type) {}
