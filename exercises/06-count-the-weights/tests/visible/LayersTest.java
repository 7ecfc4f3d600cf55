import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LayersTest {

    @Test
    @Worth(1)
    @DisplayName("two inputs, three neurons, one output")
    @Hint({"Go from layer to layer. What does one layer add?", "Each neuron of a layer adds one weight for every neuron before it, and one bias."})
    void threeNeurons(Student student) {
        Check.equal("weightCount({2, 3, 1})", student.call("weightCount", new int[] {2, 3, 1}), 13);
    }
}
