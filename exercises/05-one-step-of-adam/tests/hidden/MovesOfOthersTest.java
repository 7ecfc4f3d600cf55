import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class MovesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a gradient that stays the same, and one that swings")
    void manySteps(Student student) {
        double[] same = new double[200], swinging = new double[200];
        for (int i = 0; i < 200; i++) {
            same[i] = 1;
            swinging[i] = i % 2 == 0 ? 1 : -1;
        }
        Check.close("along the valley", last(student.call("moves", same, 0.75, 1.0)), -4);
        Check.close("across the valley", last(student.call("moves", swinging, 0.75, 1.0)), 1 / 1.75);
    }

    @Test
    @Worth(1)
    @DisplayName("no momentum, and no gradient")
    void noMomentum(Student student) {
        Check.close("keep 0", student.call("moves", new double[] {2, -3}, 0.0, 0.5), new double[] {-1, 1.5});
        Check.close("it rolls on", student.call("moves", new double[] {4, 0, 0}, 0.5, 2.0), new double[] {-8, -4, -2});
        Check.close("no step", student.call("moves", new double[0], 0.5, 2.0), new double[0]);
    }

    private static Object last(Object moves) {
        if (moves instanceof List<?> list) {
            return list.isEmpty() ? 0 : list.get(list.size() - 1);
        }
        return moves instanceof double[] array && array.length > 0 ? array[array.length - 1] : 0;
    }
}
