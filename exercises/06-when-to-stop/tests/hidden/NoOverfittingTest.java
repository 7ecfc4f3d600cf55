import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class NoOverfittingTest {

    @Test
    @Worth(1)
    @DisplayName("the validation loss does not rise: no overfitting")
    void noRise(Student student) {
        check(student, "both fall", false, new double[] {0.7, 0.5, 0.3, 0.1}, new double[] {0.8, 0.6, 0.5, 0.45});
        check(student, "the last step is as good as the best", false, new double[] {0.7, 0.5, 0.1}, new double[] {0.5, 0.3, 0.3});
        check(student, "the last step is the best", false, new double[] {0.9, 0.5, 0.1, 0.2}, new double[] {0.5, 0.3, 0.6, 0.2});
    }

    @Test
    @Worth(1)
    @DisplayName("what counts is the way from the best step to the last")
    void fromTheBestStep(Student student) {
        check(student, "both rise", false, new double[] {0.7, 0.4, 2, 30}, new double[] {0.8, 0.5, 3, 40});
        check(student, "training ends below its beginning only", false, new double[] {0.9, 0.2, 0.5}, new double[] {0.5, 0.3, 0.6});
        check(student, "training stays the same", false, new double[] {0.7, 0.3, 0.3}, new double[] {0.5, 0.3, 0.6});
        check(student, "validation ends below its beginning", true, new double[] {0.9, 0.5, 0.2}, new double[] {0.8, 0.3, 0.6});
        check(student, "the first of two best steps", true, new double[] {0.5, 0.4, 0.1, 0.2}, new double[] {0.3, 0.5, 0.3, 0.6});
        check(student, "the best step is the first one", true, new double[] {0.5, 0.4, 0.45}, new double[] {0.3, 0.5, 0.6});
    }

    private static void check(Student student, String name, boolean expected, double[] training, double[] validation) {
        Check.equal(name, student.call("overfits", training, validation), expected);
    }
}
