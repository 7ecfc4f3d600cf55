import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class SlopeByTryingTest {

    @Test
    @Worth(2)
    @DisplayName("agrees with the slope found by trying")
    void agreesWithTrying(Student student) {
        Random random = new Random(3);
        for (int count = 1; count <= 10; count++) {
            double[] km = random.doubles(count, 1, 9).toArray();
            double[] price = random.doubles(count, 2, 30).toArray();
            double weight = random.nextDouble() * 4;
            double tiny = 1e-4;
            double slope = (loss(weight + tiny, km, price) - loss(weight - tiny, km, price)) / (2 * tiny);
            Check.within(count + " rides", student.call("gradient", weight, km, price), slope, 1e-5);
        }
    }

    private static double loss(double weight, double[] km, double[] price) {
        double sum = 0;
        for (int i = 0; i < km.length; i++) {
            sum += Math.pow(weight * km[i] - price[i], 2);
        }
        return sum / km.length;
    }
}
