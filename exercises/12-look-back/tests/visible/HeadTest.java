import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class HeadTest {

    @Test
    @Worth(1)
    @DisplayName("two tokens with equal scores")
    @Hint({"The first token can only look at itself: it gets row 0 of v.", "The last step is shares.mmul(v)."})
    void oneAndTwo(Student student) {
        Tensor q = Tensor.of(new double[][] {{0, 0, 0}, {0, 0, 0}});
        Tensor v = Tensor.of(new double[][] {{1, 2, 3}, {5, 0, -3}});
        Check.close("head", student.call("head", q, q, v), new double[][] {{1, 2, 3}, {3, 1, 0}});
    }
}
