import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ErrorOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("never more than half the scale")
    void halfTheScale(Student student) {
        Random random = new Random(11);
        float[] row = new float[20];
        float[] mirrored = new float[20];
        for (int i = 0; i < 20; i++) {
            row[i] = (float) random.nextGaussian();
            mirrored[i] = -row[i];
        }
        Check.within("20 weights", student.call("largestError", row), expected(row), 1e-5);
        Check.within("other signs", student.call("largestError", mirrored), expected(row), 1e-5);
        Object small = student.call("largestError", new float[] {0.127f, -0.0254f, 0.0104f});
        Check.within("weights below 1", small, 0.0004, 1e-6);
        Check.that("no more than half the scale", expected(row) <= largest(row) / 254 * 1.0001);
    }

    @Test
    @Worth(1)
    @DisplayName("a large negative weight, and a row of zeros")
    void edges(Student student) {
        Object error = student.call("largestError", new float[] {-254, 1, 3.5f});
        Check.within("scale 2", error, 1, 1e-4);
        Check.within("the first weight", student.call("largestError", new float[] {3, -254, 0}), 1, 1e-4);
        Check.equal("zeros", student.call("largestError", new float[5]), 0);
    }

    private static double largest(float[] row) {
        double largest = 0;
        for (float weight : row) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest;
    }

    private static double expected(float[] row) {
        double scale = largest(row) / 127;
        double error = 0;
        for (float weight : row) {
            error = Math.max(error, Math.abs(weight - Math.rint(weight / scale) * scale));
        }
        return error;
    }
}
