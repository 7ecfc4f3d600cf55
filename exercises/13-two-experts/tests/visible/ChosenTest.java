import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ChosenTest {

    @Test
    @Worth(1)
    @DisplayName("four experts")
    @Hint({"Look for the highest score first.", "Then look for the highest score among the others."})
    void four(Student student) {
        Check.equal("chosen", student.call("chosen", new double[] {0.5, 2, -1, 1.5}), new int[] {1, 3});
    }
}
