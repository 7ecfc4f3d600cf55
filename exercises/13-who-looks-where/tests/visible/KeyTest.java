import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class KeyTest {

    @Test
    @Worth(1)
    @DisplayName("4 heads and 2 keys")
    @Hint({"How many heads share one key?", "Count off the heads in groups of that size: a division of whole numbers."})
    void fourHeads(Student student) {
        Check.equal("head 0", student.call("keyOf", 0, 4, 2), 0);
        Check.equal("head 1", student.call("keyOf", 1, 4, 2), 0);
        Check.equal("head 3", student.call("keyOf", 3, 4, 2), 1);
    }
}
