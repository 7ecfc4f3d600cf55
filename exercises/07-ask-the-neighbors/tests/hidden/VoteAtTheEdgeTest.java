import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class VoteAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("a draw: the nearest of those who have the most votes")
    void draws(Student student) {
        int[] labels = {9, 9, 4, 4, 6, 0};
        Check.equal("two and two", student.call("vote", labels, new int[] {0, 2, 3, 1}), 9);
        Check.equal("two and two, after another", student.call("vote", labels, new int[] {4, 2, 0, 1, 3}), 4);
        Check.equal("one each", student.call("vote", labels, new int[] {2, 5, 0, 4}), 4);
    }

    @Test
    @Worth(1)
    @DisplayName("the most votes win, however far away they are")
    void others(Student student) {
        int[] labels = {3, 8, 8, 3, 8, 0, 0, 0, 0};
        Check.equal("one neighbor", student.call("vote", labels, new int[] {3}), 3);
        Check.equal("three far ones", student.call("vote", labels, new int[] {0, 3, 1, 2, 4}), 8);
        Check.equal("all", student.call("vote", labels, new int[] {1, 2, 4, 0, 3, 8, 7, 6, 5}), 0);
    }
}
