import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ExcessTest {

    @Test
    @Worth(1)
    @DisplayName("a model that believes in a false coin")
    @Hint({"Compute the average loss of the model: truth[i] · (-ln model[i]), added up.", "Then take the entropy away."})
    void coin(Student student) {
        Object excess = student.call("excess", new double[] {0.5, 0.5}, new double[] {0.8, 0.2});
        Check.close("excess", excess, -0.5 * Math.log(0.8) - 0.5 * Math.log(0.2) - Math.log(2));
    }
}
