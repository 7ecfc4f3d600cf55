import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class SuspectsAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("none, several, and a difference of exactly the tolerance")
    void edges(Student student) {
        Check.equal("none", student.call("suspects", new double[] {1, 2}, new double[] {1, 2}, 1e-6), List.of());
        Check.equal("exactly the tolerance", student.call("suspects", new double[] {1.5, 1, 3}, new double[] {1.25, 1.25, 2}, 0.25), List.of(2));
        Check.equal("all, too large and too small", student.call("suspects", new double[] {1, -1, 5}, new double[] {-1, 1, 0}, 0.5), List.of(0, 1, 2));
    }

    @Test
    @Worth(1)
    @DisplayName("NaN does not pass")
    void notANumber(Student student) {
        double[] gradients = {Double.NaN, 1, 2}, slopes = {0, 1, Double.NaN};
        Check.equal("a NaN in each array", student.call("suspects", gradients, slopes, 0.1), List.of(0, 2));
    }
}
