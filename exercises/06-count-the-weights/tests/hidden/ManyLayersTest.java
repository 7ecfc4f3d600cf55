import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ManyLayersTest {

    @Test
    @Worth(1)
    @DisplayName("more layers, and none")
    void moreLayers(Student student) {
        Check.equal("{4, 5, 6, 7}", student.call("weightCount", new int[] {4, 5, 6, 7}), 25 + 36 + 49);
        Check.equal("inputs only", student.call("weightCount", new int[] {9}), 0);
    }

    @Test
    @Worth(1)
    @DisplayName("numbers beyond an int")
    void large(Student student) {
        Object count = student.call("weightCount", new int[] {50_000, 50_000});
        Check.equal("{50000, 50000}", count, 2_500_050_000L);
    }
}
