import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RatesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a quotient")
    void quotient(Student student) {
        Check.close("6 / 4", student.call("rates", "divide", 6.0, 4.0), new double[] {0.25, -0.375});
        Check.close("-3 / 2", student.call("rates", "divide", -3.0, 2.0), new double[] {0.5, 0.75});
        Check.close("5 / -0.5", student.call("rates", "divide", 5.0, -0.5), new double[] {-2, -20});
    }

    @Test
    @Worth(1)
    @DisplayName("the larger of two, and of two equals")
    void larger(Student student) {
        Check.close("max of 7 and 2", student.call("rates", "max", 7.0, 2.0), new double[] {1, 0});
        Check.close("max of -7 and -2", student.call("rates", "max", -7.0, -2.0), new double[] {0, 1});
        Check.close("max of 4 and 4", student.call("rates", "max", 4.0, 4.0), new double[] {1, 0});
    }
}
