import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class TurnedTest {

    @Test
    @Worth(1)
    @DisplayName("one arrow, and two")
    @Hint({"A head of two numbers is one arrow: numbers 0 and 1.", "A head of four numbers has the arrows 0 and 2, and 1 and 3."})
    void oneArrow(Student student) {
        Object one = student.call("turned", new double[] {1, 0}, 2);
        Check.close("one arrow at position 2", one, new double[] {Math.cos(2), Math.sin(2)});
        Object two = student.call("turned", new double[] {1, 0, 0, 0}, 1);
        Check.close("two arrows at position 1", two, new double[] {Math.cos(1), 0, Math.sin(1), 0});
    }
}
