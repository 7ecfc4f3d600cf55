import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class LettersTest {

    @Test
    @Worth(1)
    @DisplayName("four bytes, three letters")
    @Hint({"Go through the bytes one by one. Which of them begin a letter?", "Compare bytes[i] & 0xFF with 128 and 191, not bytes[i]."})
    void zoe(Student student) {
        Check.equal("Zoë", student.call("letterCount", new byte[] {90, 111, -61, -85}), 3);
    }
}
