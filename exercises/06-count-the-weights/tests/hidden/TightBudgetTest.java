import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class TightBudgetTest {

    @Test
    @Worth(1)
    @DisplayName("budgets that do not come out even")
    void tightBudgets(Student student) {
        Check.equal("a weight too few", student.call("affordable", 2, 256L), 63);
        Check.equal("something is left", student.call("affordable", 8, 108L), 10);
        Check.equal("nothing to spend", student.call("affordable", 5, 0L), 0);
        Check.equal("not enough for one", student.call("affordable", 100, 50L), 0);
    }
}
