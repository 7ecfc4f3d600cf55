import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class CommonestMistakeAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("mistakes that are equally common")
    void equals(Student student) {
        check(student, "1 and 2", new int[][] {{9, 1, 0}, {0, 9, 4}, {4, 4, 9}}, new int[] {1, 2});
        check(student, "in the same row", new int[][] {{9, 0, 0}, {0, 9, 0}, {3, 3, 9}}, new int[] {2, 0});
        check(student, "once each", new int[][] {{9, 1}, {1, 9}}, new int[] {0, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("no mistake, and more mistakes than right answers")
    void extremes(Student student) {
        check(student, "no mistake", new int[][] {{5, 0}, {0, 7}}, new int[0]);
        check(student, "no images", new int[2][2], new int[0]);
        check(student, "mostly wrong", new int[][] {{2, 6, 1}, {20, 3, 0}, {0, 0, 90}}, new int[] {1, 0});
    }

    private static void check(Student student, String name, int[][] counts, int[] expected) {
        Check.equal(name, student.call("commonestMistake", (Object) counts), expected);
    }
}
