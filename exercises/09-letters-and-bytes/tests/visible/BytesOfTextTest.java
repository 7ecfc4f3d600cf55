import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BytesOfTextTest {

    @Test
    @Worth(1)
    @DisplayName("the bytes of two names")
    @Hint({"getBytes gives the bytes of a text.", "Say which way to write them: StandardCharsets.UTF_8."})
    void annaAndZoe(Student student) {
        Check.equal("Anna", student.call("byteCount", "Anna"), 4);
        Check.equal("Zoë", student.call("byteCount", "Zoë"), 4);
    }
}
