package openweights.course.exercise.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a student's report says about a test. Without this annotation it always shows the name and
 * verdict of a hidden test, and everything about a visible one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Feedback {

    /** How much the report says. */
    Detail value() default Detail.NAME;

    /** When the report says it. */
    When when() default When.ALWAYS;

    /** From the least to the most. */
    enum Detail {
        /** Only the points. */
        POINTS,
        /** Also the test's display name and verdict. */
        NAME,
        /** Also the failure message and the hints. */
        MESSAGE
    }

    /** When a student's report may mention a test. */
    enum When {
        ALWAYS,
        AFTER_DUE,
        NEVER
    }
}
