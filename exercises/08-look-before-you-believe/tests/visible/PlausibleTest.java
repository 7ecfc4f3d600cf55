import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class PlausibleTest {

    @Test
    @Worth(1)
    @DisplayName("a whole file is plausible")
    @Hint({"The header begins behind the first 8 bytes.", "file.length - 8 bytes are left for it."})
    void whole(Student student) {
        byte[] file = {2, 0, 0, 0, 0, 0, 0, 0, '{', '}'};
        Check.equal("plausible", student.call("plausible", file), true);
    }
}
