import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ForgottenOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("more of the one than of the other")
    void unequal(Student student) {
        String[] right = {"a", " b", "c", "d ", "e"};
        String[] before = {"a", "b ", "c", "x", "e"};
        String[] after = {"x", "b", "y", " d", "z"};
        Object counts = student.call("forgottenAndLearned", right, before, after);
        Check.equal("counts", counts, new int[] {3, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("another wrong answer is neither forgotten nor learned")
    void nothing(Student student) {
        String[] right = {"a", "b", "c"};
        String[] before = {"x", "b", "y"};
        String[] after = {"y", " b", "x"};
        Object counts = student.call("forgottenAndLearned", right, before, after);
        Check.equal("counts", counts, new int[] {0, 0});
    }
}
