import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BeginsTest {

    @Test
    @Worth(1)
    @DisplayName("the two arrays of the text")
    @Hint({"Each array begins where the one before it ends.", "The result has one number more than there are arrays."})
    void twoArrays(Student student) {
        Object begins = student.call("begins", new int[][] {{3, 4}, {5, 1}}, 4);
        Check.equal("begins", begins, new long[] {0, 48, 68});
    }
}
