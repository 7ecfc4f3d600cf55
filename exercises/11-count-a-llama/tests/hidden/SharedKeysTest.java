import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SharedKeysTest {

    @Test
    @Worth(1)
    @DisplayName("a layer in which heads share keys")
    void sharedKeys(Student student) {
        Check.equal("a tiny layer", student.call("layerWeights", 32, 56, 4, 2, 8), 8_512);
        Check.equal("Mistral 7B", student.call("layerWeights", 4096, 14336, 32, 8, 128), 218_112_000L);
    }

    @Test
    @Worth(1)
    @DisplayName("a layer with more weights than an int can hold")
    void large(Student student) {
        Object count = student.call("layerWeights", 16384, 53248, 128, 128, 128);
        Check.equal("a large layer", count, 3_691_020_288L);
    }
}
