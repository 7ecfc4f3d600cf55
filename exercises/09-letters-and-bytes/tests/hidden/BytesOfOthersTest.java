import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BytesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other scripts, an emoji, no letter at all")
    void otherScripts(Student student) {
        Check.equal("猫", student.call("byteCount", "猫"), 3);
        Check.equal("🙂", student.call("byteCount", "🙂"), 4);
        Check.equal("Άννα", student.call("byteCount", "Άννα"), 8);
        Check.equal("nothing", student.call("byteCount", ""), 0);
    }
}
