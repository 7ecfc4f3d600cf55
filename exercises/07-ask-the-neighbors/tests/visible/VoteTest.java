import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class VoteTest {

    @Test
    @Worth(1)
    @DisplayName("two of three neighbors are sevens")
    @Hint({"nearest holds positions, not digits: the digit of a neighbor is labels[neighbor].", "For each neighbor, count how many neighbors have the same digit."})
    void two(Student student) {
        int[] labels = {1, 1, 1, 7, 9, 7};
        Check.equal("the vote", student.call("vote", labels, new int[] {1, 5, 3}), 7);
    }
}
