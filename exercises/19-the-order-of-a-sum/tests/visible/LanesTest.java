import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class LanesTest {

    @Test
    @Worth(1)
    @DisplayName("four numbers in two lanes")
    @Hint({"sums[i % lanes] belongs to number i.", "At the end add the sums of the lanes, from lane 0 on."})
    void two(Student student) {
        Object sum = student.call("inLanes", new float[] {1e8f, 1, -1e8f, 1}, 2);
        Check.equal("sum", sum, 2f);
    }
}
