import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class WindowOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("never ahead")
    void ahead(Student student) {
        Check.equal("3 at 4, window 2", student.call("maySee", 3, 4, 2), false);
        Check.equal("3 at 4, no window", student.call("maySee", 3, 4, 0), false);
    }

    @Test
    @Worth(1)
    @DisplayName("no window")
    void none(Student student) {
        Check.equal("9000 at 0", student.call("maySee", 9000, 0, 0), true);
        Check.equal("7 at 7", student.call("maySee", 7, 7, 0), true);
    }

    @Test
    @Worth(1)
    @DisplayName("the window of Mistral 7B")
    void mistral(Student student) {
        Check.equal("5000 at 905", student.call("maySee", 5000, 905, 4096), true);
        Check.equal("5000 at 904", student.call("maySee", 5000, 904, 4096), false);
    }
}
