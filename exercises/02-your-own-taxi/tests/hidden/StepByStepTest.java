import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class StepByStepTest {

    @Test
    @Worth(2)
    @DisplayName("is right after every single step")
    void everyStep(Student student) {
        double[] km = {1, 2, 4};
        double[] price = {3, 5, 13};
        double weight = 0;
        for (int steps = 0; steps < 5; steps++) {
            Check.close("after " + steps + " steps", student.call("trained", km, price, 0.03, steps), weight);
            double gradient = 0;
            for (int i = 0; i < 3; i++) {
                gradient += 2 * (weight * km[i] - price[i]) * km[i] / 3;
            }
            weight -= 0.03 * gradient;
        }
    }
}
