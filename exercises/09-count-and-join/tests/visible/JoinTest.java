import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class JoinTest {

    @Test
    @Worth(1)
    @DisplayName("joins a pair wherever it stands")
    @Hint({"Look at two ids at a time. Is the first one left, and the next one right?", "After a join the next id is used up. Do not look at it again."})
    void joins(Student student) {
        Object row = student.call("join", new int[] {1, 2, 3, 1, 2}, 1, 2, 9);
        Check.equal("{1, 2, 3, 1, 2}", row, new int[] {9, 3, 9});
    }
}
