import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class EntropyOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("more tokens, equal and unequal")
    void unequal(Student student) {
        double[] eight = {0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125};
        Check.close("eight equal tokens", student.call("entropy", eight), Math.log(8));
        Check.close("0.9 and 0.1", student.call("entropy", new double[] {0.9, 0.1}), 0.3250829734);
    }

    @Test
    @Worth(1)
    @DisplayName("tokens that never come")
    void neverComes(Student student) {
        Check.close("one token is sure", student.call("entropy", new double[] {0, 1, 0}), 0);
        Check.close("a coin and nothing", student.call("entropy", new double[] {0.5, 0, 0.5}), Math.log(2));
    }
}
