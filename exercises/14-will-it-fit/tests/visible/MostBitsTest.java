import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MostBitsTest {

    @Test
    @Worth(1)
    @DisplayName("8 billion weights in 10 GB")
    @Hint({"Try 32 bits first. Do they fit? If not, go on to 16.", "In groups of 32 a weight takes half a bit more."})
    void inBetween(Student student) {
        Check.equal("10 GB", student.call("mostBits", 8e9, 10.0), 8);
    }
}
