import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class DieTest {

    @Test
    @Worth(1)
    @DisplayName("a die has the perplexity 6")
    @Hint({"First the mean loss in nats, as above.", "Then Math.exp of it."})
    void die(Student student) {
        double[] die = {1 / 6.0, 1 / 6.0, 1 / 6.0};
        Check.close("three throws of a die", student.call("perplexity", die), 6);
    }
}
