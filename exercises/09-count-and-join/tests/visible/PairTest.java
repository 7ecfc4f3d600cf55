import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class PairTest {

    @Test
    @Worth(1)
    @DisplayName("a pair that stands there twice")
    @Hint({"Take each pair of the row, and count how often it stands there.", "Remember the largest count so far, and its pair."})
    void twice(Student student) {
        Object pair = student.call("commonestPair", new int[] {5, 3, 8, 4, 5, 3});
        Check.equal("{5, 3, 8, 4, 5, 3}", pair, new int[] {5, 3});
    }
}
