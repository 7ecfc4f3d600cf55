import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ExcessOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a perfect model has none, others have some")
    void perfect(Student student) {
        double[] truth = {0.7, 0.2, 0.1};
        Check.within("perfect", student.call("excess", truth, truth), 0, 1e-12);
        Object equal = student.call("excess", truth, new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
        Check.close("knows nothing", equal, Math.log(3) + 0.7 * Math.log(0.7) + 0.2 * Math.log(0.2) + 0.1 * Math.log(0.1));
    }

    @Test
    @Worth(1)
    @DisplayName("tokens that never come")
    void neverComes(Student student) {
        Object wastes = student.call("excess", new double[] {1, 0}, new double[] {0.5, 0.5});
        Check.close("wastes a half", wastes, Math.log(2));
        Check.within("knows it", student.call("excess", new double[] {1, 0}, new double[] {1, 0}), 0, 1e-12);
    }
}
