import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
@Question("q2")
class EndOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("more answers, another beta, equal likings")
    void others(Student student) {
        Check.close(
                "equal likings change nothing",
                student.call("preferred", new double[] {0.2, 0.3, 0.5}, new double[] {7, 7, 7}, 0.1),
                new double[] {0.2, 0.3, 0.5});
        double a = 0.5 * Math.exp(-2), b = 0.3, c = 0.2 * Math.exp(2);
        Check.close(
                "three answers",
                student.call("preferred", new double[] {0.5, 0.3, 0.2}, new double[] {-1, 0, 1}, 0.5),
                new double[] {a / (a + b + c), b / (a + b + c), c / (a + b + c)});
    }

    @Test
    @Worth(1)
    @DisplayName("likings too large for Math.exp")
    void large(Student student) {
        Check.close(
                "1000 and 1001",
                student.call("preferred", new double[] {0.5, 0.5}, new double[] {1000, 1001}, 1.0),
                new double[] {1 / (1 + Math.E), Math.E / (1 + Math.E)});
        Check.close(
                "a small beta",
                student.call("preferred", new double[] {0.9, 0.1}, new double[] {3, 2}, 0.001),
                new double[] {1, 0});
    }

    @Test
    @Worth(1)
    @DisplayName("the arrays stay as they were")
    void unchanged(Student student) {
        Object kept =
                student.eval(
                        "((java.util.function.Supplier<double[]>) () -> { double[] before = {0.6, 0.4}, liking = {0, 2}; preferred(before, liking, 1); return new double[] {before[0], before[1], liking[0], liking[1]}; }).get()");
        Check.close("before and liking", kept, new double[] {0.6, 0.4, 0, 2});
        Check.close(
                "and the answer is right",
                student.call("preferred", new double[] {0.6, 0.4}, new double[] {0, 0}, 1.0),
                new double[] {0.6, 0.4});
    }
}
