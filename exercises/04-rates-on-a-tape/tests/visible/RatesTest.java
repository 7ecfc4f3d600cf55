import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RatesTest {

    @Test
    @Worth(1)
    @DisplayName("a sum, a difference and a product, at 3 and 5")
    @Hint({"Let a grow by a little, and leave b alone: how much does the result grow, relative to that?", "The rate of a product for one factor is the other factor."})
    void familiar(Student student) {
        Check.close("plus", student.call("rates", "plus", 3.0, 5.0), new double[] {1, 1});
        Check.close("minus", student.call("rates", "minus", 3.0, 5.0), new double[] {1, -1});
        Check.close("times", student.call("rates", "times", 3.0, 5.0), new double[] {5, 3});
    }
}
