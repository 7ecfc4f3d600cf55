package openweights.course.exercise.test;

/**
 * A reference to an object that remains with the student's code.
 *
 * @param id valid only for the {@link Student} that returned it
 * @param type simple name of its class
 */
public record Handle(int id, String type) {}
