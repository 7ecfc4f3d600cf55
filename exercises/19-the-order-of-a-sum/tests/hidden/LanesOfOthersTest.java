import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class LanesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("many numbers, to the last bit")
    void many(Student student) {
        Random random = new Random(3);
        float[] numbers = new float[1003];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian() * 1000;
        }
        for (int lanes : new int[] {1, 4, 8, 16}) {
            Check.equal(lanes + " lanes", student.call("inLanes", numbers, lanes), expected(numbers, lanes));
        }
    }

    @Test
    @Worth(1)
    @DisplayName("fewer numbers than lanes")
    void fewNumbers(Student student) {
        Check.equal("3 numbers, 8 lanes", student.call("inLanes", new float[] {1, 2, 4}, 8), 7f);
        Check.equal("no number", student.call("inLanes", new float[0], 4), 0f);
    }

    @Test
    @Worth(1)
    @DisplayName("the lanes are added in their order")
    void lastSum(Student student) {
        float[] numbers = {1e8f, 1, 1, -1e8f};
        Check.equal("4 lanes", student.call("inLanes", numbers, 4), 0f);
        float[] others = {1e8f, -1e8f, 1, 1};
        Check.equal("4 other lanes", student.call("inLanes", others, 4), 2f);
    }

    private static float expected(float[] numbers, int lanes) {
        float sum = 0;
        for (int lane = 0; lane < lanes; lane++) {
            float part = 0;
            for (int i = lane; i < numbers.length; i += lanes) {
                part += numbers[i];
            }
            sum += part;
        }
        return sum;
    }
}
