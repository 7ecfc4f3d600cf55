import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SumTest {

    @Test
    @Worth(1)
    @DisplayName("multiplies each input by its weight and adds up")
    @Hint({"A loop goes over the inputs. What does it add each time?", "Add w[i] * in[i] to a variable that begins at 0."})
    void multipliesAndAdds(Student student) {
        Object sum = student.call("weightedSum", new double[] {1, 2}, new double[] {3, 4}, 0.0);
        Check.close("1 · 3 + 2 · 4", sum, 11);
    }

    @Test
    @Worth(1)
    @DisplayName("adds the bias, once")
    @Hint({"With the inputs 0 and 0 only one number is left.", "The bias is added once, not once for each input."})
    void addsTheBias(Student student) {
        Object sum = student.call("weightedSum", new double[] {0, 0}, new double[] {3, 4}, 0.5);
        Check.close("all inputs 0", sum, 0.5);
    }
}
