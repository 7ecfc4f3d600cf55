import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class EntropyTest {

    @Test
    @Worth(1)
    @DisplayName("a coin, and your story-teller")
    @Hint({"Each token adds -p · ln p.", "Do not take the mean: the probabilities have weighted the tokens already."})
    void coin(Student student) {
        Check.close("a coin", student.call("entropy", new double[] {0.5, 0.5}), Math.log(2));
        long names = student.variant().get("names");
        long often = student.variant().get("often");
        double one = 1.0 / (names - 1 + often);
        double expected = -(names - 1) * one * Math.log(one) - often * one * Math.log(often * one);
        Check.close("your names", student.eval("entropy(truth)"), expected);
    }
}
