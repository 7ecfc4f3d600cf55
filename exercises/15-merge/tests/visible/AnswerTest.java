import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class AnswerTest {

    @Test
    @Worth(1)
    @DisplayName("one token, an adapter of rank 1")
    @Hint({"First what W alone answers: x.mmul(W.transpose()).", "x.mmul(A.transpose()) is [tokens, rank]. Go on from there to [tokens, out]."})
    void rankOne(Student student) {
        Tensor x = Tensor.of(new double[][] {{1, 2, 3}});
        Tensor W = Tensor.of(new double[][] {{1, 0, 0}, {0, 1, 0}});
        Tensor B = Tensor.of(new double[][] {{1}, {2}});
        Tensor A = Tensor.of(new double[][] {{4, 0, -1}});
        Check.close("answer", student.call("answer", x, W, B, A, 1.0), new double[][] {{2, 4}});
    }
}
