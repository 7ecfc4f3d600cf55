import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LossOfManyTest {

    @Test
    @Worth(1)
    @DisplayName("other rides and weights")
    void manyRides(Student student) {
        Random random = new Random(2);
        for (int count = 1; count <= 10; count++) {
            double[] km = random.doubles(count, 1, 9).toArray();
            double[] price = random.doubles(count, 2, 30).toArray();
            double weight = random.nextDouble() * 4;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += Math.pow(weight * km[i] - price[i], 2);
            }
            Check.close(count + " rides", student.call("loss", weight, km, price), sum / count);
        }
    }
}
