import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LayerTest {

    @Test
    @Worth(1)
    @DisplayName("one layer of a small model")
    @Hint({"Go through the table line by line. Each array has rows times columns weights.", "k_proj and v_proj have keyHeads · headSize rows, the others of attention have heads · headSize."})
    void small(Student student) {
        Check.equal("layer", student.call("layerWeights", 128, 352, 4, 4, 32), 200_960);
    }
}
