import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LeftToTheBitTest {

    @Test
    @Worth(1)
    @DisplayName("right to the last bit")
    void toTheBit(Student student) {
        Object sum = student.call("fromTheLeft", new float[] {1e8f, 1, 1, -1e8f});
        Check.equal("1 and 1 are lost", sum, 0f);
        Object other = student.call("fromTheLeft", new float[] {1e8f, -1e8f, 1, 1});
        Check.equal("1 and 1 are kept", other, 2f);
        Check.equal("no number", student.call("fromTheLeft", new float[0]), 0f);
    }
}
