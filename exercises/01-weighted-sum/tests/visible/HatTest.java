import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class HatTest {

    @Test
    @Worth(1)
    @DisplayName("no sign of rain: the hat comes along")
    @Hint({"Both inputs are 0. Which number alone decides?", "The bias must be above 0."})
    void noSign(Student student) {
        Check.equal("morning 0, 0", student.eval("decide(new double[] {0, 0}, hatWeights, hatBias)"), 1);
    }
}
