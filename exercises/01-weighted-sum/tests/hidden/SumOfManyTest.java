import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SumOfManyTest {

    @Test
    @Worth(1)
    @DisplayName("works for any number of inputs")
    void anyNumberOfInputs(Student student) {
        Random random = new Random(1);
        for (int count = 0; count < 20; count++) {
            double[] in = random.doubles(count, -1, 1).toArray();
            double[] w = random.doubles(count, -1, 1).toArray();
            double b = random.nextDouble();
            double expected = b;
            for (int i = 0; i < count; i++) {
                expected += in[i] * w[i];
            }
            Check.close(count + " inputs", student.call("weightedSum", in, w, b), expected);
        }
    }
}
