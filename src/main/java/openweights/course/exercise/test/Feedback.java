package openweights.course.exercise.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a student's report tells of a hidden test. Without this annotation it tells the test's name
 * and verdict, always; of a visible test it tells everything.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Feedback {

    /** How much is told. */
    Detail value() default Detail.NAME;

    /** When it is told. */
    When when() default When.ALWAYS;

    /** From the least to the most. */
    enum Detail {
        /** Only the points. */
        POINTS,
        /** The test's display name and verdict too. */
        NAME,
        /** The message of the failure, and the hints, too. */
        MESSAGE
    }

    /** When a student may hear of a test. */
    enum When {
        ALWAYS,
        AFTER_DUE,
        NEVER
    }
}
