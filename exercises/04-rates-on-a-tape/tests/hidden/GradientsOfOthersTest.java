import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class GradientsOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a number is used twice, and hands on what both paths bring")
    void paths(Student student) {
        int[][] square = {{}, {0, 0}, {1}};
        Check.close("a square, and another operation", student.call("gradients", square, new double[][] {{}, {3, 3}, {0.5}}), new double[] {3, 0.5, 1});
        int[][] diamond = {{}, {0}, {1}, {1, 2}};
        Check.close("one path is longer", student.call("gradients", diamond, new double[][] {{}, {2}, {-5}, {1, 3}}), new double[] {-28, -14, 3, 1});
        int[][] chain = {{}, {}, {1, 0}, {2, 0}, {3, 0, 1}};
        double[][] rates = {{}, {}, {2, 7}, {10, -1}, {3, 0.5, 100}};
        Check.close("three inputs", student.call("gradients", chain, rates), new double[] {207.5, 160, 30, 3, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("numbers that the loss does not depend on, and a loss alone")
    void unused(Student student) {
        int[][] from = {{}, {}, {0, 1}, {1}};
        Check.close("a product that nothing uses", student.call("gradients", from, new double[][] {{}, {}, {2, 3}, {4}}), new double[] {0, 4, 0, 1});
        Check.close("one number", student.call("gradients", new int[][] {{}}, new double[][] {{}}), new double[] {1});
    }
}
