import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BestStepAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("equal losses, first and last steps")
    void edges(Student student) {
        Check.equal("equal", student.call("bestStep", new double[] {0.5, 0.4, 0.4, 0.5}), 1);
        Check.equal("the first", student.call("bestStep", new double[] {0.1, 0.2, 0.3}), 0);
        Check.equal("the last", student.call("bestStep", new double[] {3, 2, 1}), 2);
        Check.equal("up, down, up", student.call("bestStep", new double[] {0.9, 0.5, 0.6, 0.4, 0.8}), 3);
        Check.equal("only one", student.call("bestStep", new double[] {7}), 0);
    }
}
