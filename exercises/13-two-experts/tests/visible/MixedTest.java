import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MixedTest {

    @Test
    @Worth(1)
    @DisplayName("two experts with equal scores")
    @Hint({"The shares are e to the power of each of the two scores, divided by the sum of the two.", "Check: the two shares sum to 1."})
    void equalScores(Student student) {
        double[][] answers = {{8, 0}, {99, 99}, {2, 4}};
        Check.close("mixed", student.call("mixed", new double[] {1, -50, 1}, answers), new double[] {5, 2});
    }
}
