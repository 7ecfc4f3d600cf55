import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class CountTest {

    @Test
    @Worth(1)
    @DisplayName("five neurons that look at two inputs")
    @Hint({"Draw one neuron. How many arrows come in?", "Each neuron has one weight for each input, and one bias."})
    void fiveNeurons(Student student) {
        Check.equal("weightCount(2, 5)", student.call("weightCount", 2, 5), 15);
    }
}
