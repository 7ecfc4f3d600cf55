import java.util.Arrays;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class SpreadOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("with ReLU")
    void relu(Student student) {
        Object two = student.call("spreadAfter", new int[] {100, 25, 9}, new double[] {0.2, 0.3}, true);
        Check.close("two layers", two, 1.5);
        Object odd = student.call("spreadAfter", new int[] {9, 25, 49, 1}, new double[] {1, 1, 1}, true);
        Check.close("odd numbers of inputs", odd, 37.123106);
    }

    @Test
    @Worth(1)
    @DisplayName("twenty layers, and none")
    void deep(Student student) {
        int[] widths = new int[21];
        double[] deviations = new double[20];
        Arrays.fill(widths, 100);
        Arrays.fill(deviations, 0.05);
        Object half = student.call("spreadAfter", widths, deviations, false);
        Check.within("twenty layers, half as wide as they should be", half, Math.pow(2, -20), 1e-12);
        Check.close("no layer", student.call("spreadAfter", new int[] {30}, new double[0], false), 1);
        Check.close("no layer, with ReLU", student.call("spreadAfter", new int[] {30}, new double[0], true), 1);
    }
}
