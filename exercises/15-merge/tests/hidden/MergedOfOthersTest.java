import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class MergedOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("an adapter of rank 2")
    void rankTwo(Student student) {
        Tensor W = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        Tensor B = Tensor.of(new double[][] {{1, 2}, {0, 1}});
        Tensor A = Tensor.of(new double[][] {{5, -1}, {1, 3}});
        Check.close("s = 2", student.call("merged", W, B, A, 2.0), new double[][] {{15, 12}, {5, 10}});
        Check.close("s = 0", student.call("merged", W, B, A, 0.0), new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    @Worth(1)
    @DisplayName("no matrix is changed")
    void unchanged(Student student) {
        String code = "((Function<INDArray[], INDArray>) m -> { merged(m[0], m[1], m[2], 3.0); return m[0].add(m[1]).add(m[2]); })"
                + ".apply(new INDArray[] {Nd4j.ones(2, 2), Nd4j.ones(2, 2), Nd4j.ones(2, 2)})";
        Check.close("W, B and A", student.eval(code), new double[][] {{3, 3}, {3, 3}});
    }
}
