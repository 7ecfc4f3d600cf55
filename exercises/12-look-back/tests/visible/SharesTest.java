import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SharesTest {

    @Test
    @Worth(1)
    @DisplayName("equal scores, and later tokens")
    @Hint({"Only the scores 0 to t come into the sum.", "The array of shares begins with zeros. Leave them where the token may not look."})
    void equalScores(Student student) {
        Check.close("t = 1 of 3", student.call("shares", new double[] {2, 2, 2}, 1), new double[] {0.5, 0.5, 0});
        Check.close("t = 0 of 3", student.call("shares", new double[] {1, 5, 9}, 0), new double[] {1, 0, 0});
    }
}
