import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class JoinAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("pairs that overlap, in a new array")
    void overlapping(Student student) {
        student.call("join", new int[] {1, 2, 3, 1, 2}, 1, 2, 9);
        Check.equal("the array itself stays as it was", student.arguments().get(0), new int[] {1, 2, 3, 1, 2});
        Check.equal("{5, 5, 5}", student.call("join", new int[] {5, 5, 5}, 5, 5, 7), new int[] {7, 5});
        Check.equal("{5, 5, 5, 5}", student.call("join", new int[] {5, 5, 5, 5}, 5, 5, 7), new int[] {7, 7});
    }

    @Test
    @Worth(1)
    @DisplayName("nothing is lost where nothing is joined")
    void nothingToJoin(Student student) {
        Check.equal("{2, 1, 3}", student.call("join", new int[] {2, 1, 3}, 1, 2, 9), new int[] {2, 1, 3});
        Check.equal("{1}", student.call("join", new int[] {1}, 1, 1, 9), new int[] {1});
        Check.equal("{11, 2}", student.call("join", new int[] {11, 2, 1, 22}, 1, 2, 9), new int[] {11, 2, 1, 22});
        Check.equal("no id", student.call("join", new int[0], 1, 2, 9), new int[0]);
    }
}
