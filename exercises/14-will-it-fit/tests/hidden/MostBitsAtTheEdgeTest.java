import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MostBitsAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("sizes that just fit, or just do not")
    void edges(Student student) {
        Check.equal("exactly 16 GB", student.call("mostBits", 8e9, 16.0), 16);
        Check.equal("15.9 GB", student.call("mostBits", 8e9, 15.9), 8);
        Check.equal("exactly 8.5 GB", student.call("mostBits", 8e9, 8.5), 8);
        Check.equal("8.4 GB", student.call("mostBits", 8e9, 8.4), 4);
        Check.equal("exactly 4.5 GB", student.call("mostBits", 8e9, 4.5), 4);
        Check.equal("31.9 GB", student.call("mostBits", 8e9, 31.9), 16);
        Check.equal("32 GB", student.call("mostBits", 8e9, 32.0), 32);
    }

    @Test
    @Worth(1)
    @DisplayName("models that do not fit at all")
    void tooLarge(Student student) {
        Check.equal("BLOOM in 64 GB", student.call("mostBits", 176e9, 64.0), 0);
        Check.equal("8 billion in 4.4 GB", student.call("mostBits", 8e9, 4.4), 0);
    }
}
