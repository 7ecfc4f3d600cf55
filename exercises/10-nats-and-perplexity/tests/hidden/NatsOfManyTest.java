import java.util.Arrays;
import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class NatsOfManyTest {

    @Test
    @Worth(1)
    @DisplayName("other tokens, and more of them")
    void manyTokens(Student student) {
        Check.close("sure of all", student.call("natsPerToken", new double[] {1, 1, 1}), 0);
        Random random = new Random(7);
        for (int count = 1; count < 10; count++) {
            double[] chance = random.doubles(count, 0.001, 1).toArray();
            double expected = -Arrays.stream(chance).map(Math::log).sum() / count;
            Check.close(count + " tokens", student.call("natsPerToken", chance), expected);
        }
    }
}
