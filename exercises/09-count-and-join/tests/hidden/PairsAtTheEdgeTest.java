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
        Check.equal("two ids", student.call("commonestPair", new int[] {3, 4}), new int[] {3, 4});
    }

    @Test
    @Worth(1)
    @DisplayName("pairs that overlap, large ids, no pair at all")
    void noPair(Student student) {
        Check.equal("{1, 2, 7, 7, 7}", student.call("commonestPair", new int[] {1, 2, 7, 7, 7}), new int[] {7, 7});
        Check.equal("at the end", student.call("commonestPair", new int[] {1, 2, 5, 3, 5, 3}), new int[] {5, 3});
        Object half = student.call("commonestPair", new int[] {1, 2, 1, 3, 1, 4, 5, 6, 5, 6});
        Check.equal("pairs that share one id", half, new int[] {5, 6});
        Object large = student.call("commonestPair", new int[] {1, 1000, 9, 2, 0, 30_000, 50_000, 30_000, 50_000});
        Check.equal("large ids", large, new int[] {30_000, 50_000});
        Object likeText = student.call("commonestPair", new int[] {8, 1, 12, 3, 11, 2, 4, 8, 1});
        Check.equal("ids that look alike as text", likeText, new int[] {8, 1});
        Check.equal("one id", student.call("commonestPair", new int[] {3}), new int[0]);
        Check.equal("no id", student.call("commonestPair", new int[0]), new int[0]);
    }
}
