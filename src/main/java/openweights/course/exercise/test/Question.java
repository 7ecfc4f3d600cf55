package openweights.course.exercise.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The question to which all tests in a class belong. Also supplies them with their {@link Student}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CurrentStudent.Resolver.class)
public @interface Question {

    /** The id of the answer cell, such as {@code q1}. */
    String value();
}
