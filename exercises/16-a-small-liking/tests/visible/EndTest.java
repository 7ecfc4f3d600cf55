import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class EndTest {

    @Test
    @Worth(1)
    @DisplayName("two answers")
    @Hint({"Multiply each old probability with e to the power of liking / beta.", "Then divide all by their sum."})
    void two(Student student) {
        double e = Math.E;
        Check.close(
                "0.75 and 0.25",
                student.call("preferred", new double[] {0.75, 0.25}, new double[] {0, 1}, 1.0),
                new double[] {3 / (3 + e), e / (3 + e)});
    }
}
