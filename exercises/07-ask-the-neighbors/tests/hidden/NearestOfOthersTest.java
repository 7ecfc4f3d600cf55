import java.util.Arrays;
import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class NearestOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("the nearest first, for every k")
    void order(Student student) {
        int[] all = {3, 1, 4, 2, 0};
        for (int k = 1; k <= 5; k++) {
            double[][] images = {{0, 9, 0}, {1, 1, 1}, {5, 0, 0}, {0, 0, 2}, {3, 0, 4}};
            double[] image = {0, 0, 1};
            Check.equal("k = " + k, student.call("nearest", images, image, k), Arrays.copyOf(all, k));
        }
    }

    @Test
    @Worth(1)
    @DisplayName("images that are equally far away")
    void equals(Student student) {
        double[][] images = {{4}, {1}, {3}, {1}, {2}, {2}};
        Check.equal("all six", student.call("nearest", images, new double[] {2}, 6), new int[] {4, 5, 1, 2, 3, 0});
        double[][] others = {{7}, {3}, {3}, {3}};
        Check.equal("two of three", student.call("nearest", others, new double[] {1}, 2), new int[] {1, 2});
    }

    @Test
    @Worth(1)
    @DisplayName("the arrays are as they were")
    void unchanged(Student student) {
        student.call("nearest", new double[][] {{3, 1}, {2, 5}}, new double[] {7, 6}, 2);
        List<Object> arguments = student.arguments();
        Check.equal("images", arguments.get(0), new double[][] {{3, 1}, {2, 5}});
        Check.equal("image", arguments.get(1), new double[] {7, 6});
    }
}
