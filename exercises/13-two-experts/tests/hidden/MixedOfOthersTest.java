import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MixedOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("unequal scores, and other experts not far behind")
    void unequal(Student student) {
        double[] scores = {Math.log(3), Math.log(2), Math.log(1), Math.log(2.5)};
        double[][] answers = {{11, 0, 1}, {7, 7, 7}, {5, 5, 5}, {0, 11, 1}};
        Check.close("mixed", student.call("mixed", scores, answers), new double[] {6, 5, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("whoever is not chosen is not asked")
    void notAsked(Student student) {
        double[][] answers = {{Double.NaN, Double.NaN}, {1, 2}, {1, 2}, {Double.NaN, 3}};
        Object row = student.call("mixed", new double[] {0, 5, 4, -1}, answers);
        Check.close("mixed", row, new double[] {1, 2});
    }
}
