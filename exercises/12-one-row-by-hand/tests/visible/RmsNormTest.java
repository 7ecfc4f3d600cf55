import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RmsNormTest {

    @Test
    @Worth(1)
    @DisplayName("the row 3, 4")
    @Hint({"Divide the sum of the squares by the length of the row before you take the root.", "Math.sqrt(sum / row.length + epsilon)"})
    void threeAndFour(Student student) {
        Object normed = student.call("rmsNorm", new double[] {3, 4}, new double[] {1, 1}, 0.0);
        Check.close("normed", normed, new double[] {3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)});
    }
}
