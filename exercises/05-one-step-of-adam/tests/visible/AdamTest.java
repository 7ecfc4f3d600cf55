import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class AdamTest {

    @Test
    @Worth(1)
    @DisplayName("the first step of one weight")
    @Hint({"First the two new means. After the first step they are 0.2 and 0.004 here.", "In the first step m is the gradient and s its square, so the weight moves by the rate."})
    void firstStep(Student student) {
        Object after = student.call("adam", new double[] {1}, new double[] {2}, new double[] {0}, new double[] {0}, 1, 0.1);
        Check.within("weights, means, mean squares", after, new double[][] {{0.9}, {0.2}, {0.004}}, 1e-9);
    }
}
