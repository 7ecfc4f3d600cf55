import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class GradientsTest {

    @Test
    @Worth(1)
    @DisplayName("the tape of a - a · b")
    @Hint({"The loss changes with itself at rate 1. Begin there.", "Each number hands its own gradient, times the rate, to each number it was made from. What arrives is added up."})
    void example(Student student) {
        int[][] from = {{}, {}, {0, 1}, {0, 2}};
        double[][] rates = {{}, {}, {2, 3}, {1, -1}};
        Check.close("gradients", student.call("gradients", from, rates), new double[] {-1, -3, -1, 1});
    }
}
