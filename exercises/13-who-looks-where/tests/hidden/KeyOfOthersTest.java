import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class KeyOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other numbers of heads and keys")
    void others(Student student) {
        Check.equal("Llama 3 8B, head 13", student.call("keyOf", 13, 32, 8), 3);
        Check.equal("a key for each", student.call("keyOf", 5, 12, 12), 5);
        Check.equal("one key for all", student.call("keyOf", 11, 12, 1), 0);
    }
}
