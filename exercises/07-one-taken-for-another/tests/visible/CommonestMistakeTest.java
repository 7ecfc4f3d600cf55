import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class CommonestMistakeTest {

    @Test
    @Worth(1)
    @DisplayName("the table of the example")
    @Hint({"Remember the largest count so far, and where it stands.", "Where the row and the column are the same digit, there is no mistake. Leave those out."})
    void example(Student student) {
        int[][] counts = {{8, 0, 2}, {0, 5, 0}, {1, 3, 4}};
        Check.equal("commonest mistake", student.call("commonestMistake", (Object) counts), new int[] {2, 1});
    }
}
