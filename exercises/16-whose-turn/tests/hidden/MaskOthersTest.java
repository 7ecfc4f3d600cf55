import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
@Question("q2")
class MaskOthersTest {

    @Test
    @Worth(1)
    @DisplayName("several turns")
    void several(Student student) {
        Check.equal(
                "two answers",
                student.call("counts", new int[] {8, 1, 9, 2, 3, 8, 4, 9, 5}, 8, 9),
                new boolean[] {false, false, false, true, true, false, false, false, true});
        Check.equal(
                "other marks",
                student.call("counts", new int[] {8, 4, 8, 3, 9, 8}, 3, 4),
                new boolean[] {false, false, true, false, false, false});
    }

    @Test
    @Worth(1)
    @DisplayName("no turn at all, an answer without tokens, an answer at once")
    void edges(Student student) {
        Check.equal("empty", student.call("counts", new int[0], 8, 9), new boolean[0]);
        Check.equal("before the first turn", student.call("counts", new int[] {5, 6}, 8, 9), new boolean[2]);
        Check.equal("an answer at once", student.call("counts", new int[] {9, 5}, 8, 9), new boolean[] {false, true});
        Check.equal(
                "the ids stay as they were",
                student.eval(
                        "((java.util.function.Supplier<int[]>) () -> { int[] ids = {8, 5, 9, 6}; counts(ids, 8, 9); return ids; }).get()"),
                new int[] {8, 5, 9, 6});
        Check.equal("nothing said", student.call("counts", new int[] {9, 9}, 8, 9), new boolean[2]);
    }
}
