import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RecallsTest {

    @Test
    @Worth(1)
    @DisplayName("the table of the example")
    @Hint({"The images of a digit are its row, all of it. Add up the row.", "What is right stands in the row and in the column of the digit: counts[digit][digit].", "8 / 10 is 0 in Java, because both are whole numbers. Make one of them a double."})
    void example(Student student) {
        int[][] counts = {{8, 0, 2}, {0, 5, 0}, {1, 3, 4}};
        Check.close("recalls", student.call("recalls", (Object) counts), new double[] {0.8, 1, 0.5});
    }
}
