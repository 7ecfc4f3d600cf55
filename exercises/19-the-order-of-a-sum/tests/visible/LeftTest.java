import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LeftTest {

    @Test
    @Worth(1)
    @DisplayName("numbers of one size")
    @Hint({"Begin with float sum = 0.", "A loop over all numbers: sum += number."})
    void small(Student student) {
        Object sum = student.call("fromTheLeft", new float[] {0.5f, 0.25f, 2});
        Check.equal("sum", sum, 2.75f);
    }
}
