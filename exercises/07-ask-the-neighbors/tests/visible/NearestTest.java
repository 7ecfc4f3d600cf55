import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class NearestTest {

    @Test
    @Worth(1)
    @DisplayName("the three images of the example")
    @Hint({"First compute all distances. Then look for the smallest one, k times, or sort the positions.", "A position that has been chosen must not be chosen again.", "A stream of positions can be sorted by their distances: boxed().sorted(Comparator.comparing(…))."})
    void example(Student student) {
        Check.equal("two", student.call("nearest", images(), new double[] {0, 1}, 2), new int[] {0, 2});
        Check.equal("one", student.call("nearest", images(), new double[] {2.5, 0}, 1), new int[] {1});
    }

    private static double[][] images() {
        return new double[][] {{0, 0}, {3, 0}, {1, 1}};
    }
}
