import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ChosenAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("equal scores")
    void equal(Student student) {
        Check.equal("all equal", student.call("chosen", new double[] {1, 1, 1, 1}), new int[] {0, 1});
        Check.equal("equal behind", student.call("chosen", new double[] {0, 3, 7, 3}), new int[] {2, 1});
        Check.equal("equal in front", student.call("chosen", new double[] {0, 7, 1, 7}), new int[] {1, 3});
    }

    @Test
    @Worth(1)
    @DisplayName("negative scores")
    void negative(Student student) {
        Check.equal("all negative", student.call("chosen", new double[] {-5, -2, -9, -3}), new int[] {1, 3});
        Check.equal("two experts", student.call("chosen", new double[] {-2, -1}), new int[] {1, 0});
    }
}
