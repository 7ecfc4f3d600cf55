import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ShareOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("all, none, one of three")
    void others(Student student) {
        String[] right = {"a", " b", "c"};
        Check.close("all", student.call("share", right, new String[] {"a ", "b", " c"}), 1);
        Check.close("none", student.call("share", right, new String[] {"b", "c", "a"}), 0);
        Check.close("one of three", student.call("share", right, new String[] {"a", "B", "cc"}), 1 / 3.0);
    }

    @Test
    @Worth(1)
    @DisplayName("no questions")
    void noQuestions(Student student) {
        Check.equal("share", student.call("share", new String[0], new String[0]), 0);
    }
}
