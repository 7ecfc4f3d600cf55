import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ModelTest {

    @Test
    @Worth(1)
    @DisplayName("a small model whose tables are tied")
    @Hint({"Count one table of vocabulary · hidden weights if tied is true, else two.", "Do not forget the last norm."})
    void tied(Student student) {
        Check.equal("model", student.call("modelWeights", 512, 128, 4, 200_960L, true), 869_504);
    }
}
