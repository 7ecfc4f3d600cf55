import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RecallsOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("few images of one digit, and many of another")
    void uneven(Student student) {
        int[][] lazy = {{990, 0}, {10, 0}};
        Check.close("all taken for 0", student.call("recalls", (Object) lazy), new double[] {1, 0});
        int[][] four = {{1, 2, 3, 4}, {30, 10, 0, 0}, {0, 7, 1, 0}, {0, 0, 0, 2}};
        Check.close("four digits", student.call("recalls", (Object) four), new double[] {0.1, 0.25, 0.125, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("a digit without images")
    void noImages(Student student) {
        int[][] counts = {{3, 1, 0}, {0, 0, 0}, {0, 2, 2}};
        Check.close("no ones", student.call("recalls", (Object) counts), new double[] {0.75, Double.NaN, 0.5});
    }
}
