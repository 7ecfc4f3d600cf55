import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class BudgetTest {

    @Test
    @Worth(1)
    @DisplayName("two inputs and 257 weights")
    @Hint({"A hidden neuron costs its weights in, its bias, and its weight out.", "First put aside the bias of the output."})
    void exactBudget(Student student) {
        Check.equal("affordable(2, 257)", student.call("affordable", 2, 257L), 64);
    }
}
