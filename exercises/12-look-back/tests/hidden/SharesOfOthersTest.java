import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SharesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("unequal scores")
    void unequal(Student student) {
        double[] expected = {1 / 6.0, 2 / 6.0, 3 / 6.0, 0};
        double[] scores = {0, Math.log(2), Math.log(3), 7};
        Check.close("shares", student.call("shares", scores, 2), expected);
    }

    @Test
    @Worth(1)
    @DisplayName("large scores")
    void large(Student student) {
        double share = 1 / (1 + Math.exp(-1));
        Object shares = student.call("shares", new double[] {1000, 1001, 5000}, 1);
        Check.close("1000 and 1001", shares, new double[] {1 - share, share, 0});
        Object low = student.call("shares", new double[] {-2000, -2001}, 1);
        Check.close("-2000 and -2001", low, new double[] {share, 1 - share});
    }
}
