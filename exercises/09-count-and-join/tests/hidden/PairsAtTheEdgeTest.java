import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class PairsAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("of equally common pairs the first one")
    void equallyCommon(Student student) {
        Check.equal("{9, 8, 1, 2}", student.call("commonestPair", new int[] {9, 8, 1, 2}), new int[] {9, 8});
        Object pair = student.call("commonestPair", new int[] {4, 6, 4, 6, 4});
        Check.equal("{4, 6, 4, 6, 4}", pair, new int[] {4, 6});
    }

    @Test
    @Worth(1)
    @DisplayName("no pair at all")
    void noPair(Student student) {
        Check.equal("one id", student.call("commonestPair", new int[] {3}), new int[0]);
        Check.equal("no id", student.call("commonestPair", new int[0]), new int[0]);
    }
}
