import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ForgottenTest {

    @Test
    @Worth(1)
    @DisplayName("one forgotten, one learned")
    @Hint({"For each question ask twice: was it right then? Is it right now?", "Forgotten: right then and not now. Learned: right now and not then."})
    void oneOfEach(Student student) {
        String[] right = {"a", "b", "c", "d"};
        String[] before = {"a", "b", "x", "x"};
        String[] after = {"a", "x", "c", "y"};
        Object counts = student.call("forgottenAndLearned", right, before, after);
        Check.equal("counts", counts, new int[] {1, 1});
    }
}
