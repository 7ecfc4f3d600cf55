import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class SpreadTest {

    @Test
    @Worth(1)
    @DisplayName("two layers without a curve, which get 100 and 25 inputs")
    @Hint({"Begin with 1, and multiply for each layer.", "Layer 0 multiplies by 10 · 0.2, layer 1 by 5 · 0.1."})
    void noCurve(Student student) {
        Object spread = student.call("spreadAfter", new int[] {100, 25, 9}, new double[] {0.2, 0.1}, false);
        Check.close("spread", spread, 1);
        Object wider = student.call("spreadAfter", new int[] {100, 25, 9}, new double[] {0.2, 0.3}, false);
        Check.close("spread, with wider weights", wider, 3);
    }
}
