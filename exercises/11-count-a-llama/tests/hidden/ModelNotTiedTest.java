import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ModelNotTiedTest {

    @Test
    @Worth(1)
    @DisplayName("models with two tables")
    void twoTables(Student student) {
        Object llama = student.call("modelWeights", 128_256, 4096, 32, 218_112_000L, false);
        Check.equal("Llama 3 8B", llama, 8_030_261_248L);
        Object mistral = student.call("modelWeights", 32_000, 4096, 32, 218_112_000L, false);
        Check.equal("Mistral 7B", mistral, 7_241_732_096L);
    }
}
