import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class MergedTest {

    @Test
    @Worth(1)
    @DisplayName("an adapter of rank 1")
    @Hint({"B.mmul(A) has the shape of W.", "Multiply the product by s, then add it to W."})
    void rankOne(Student student) {
        Tensor W = Tensor.of(new double[][] {{1, 0, 0}, {0, 1, 0}});
        Tensor B = Tensor.of(new double[][] {{1}, {2}});
        Tensor A = Tensor.of(new double[][] {{3, 0, -1}});
        double[][] expected = {{4, 0, -1}, {6, 1, -2}};
        Check.close("merged", student.call("merged", W, B, A, 1.0), expected);
    }
}
