import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class MovesTest {

    @Test
    @Worth(1)
    @DisplayName("the gradients 1, 1, -1")
    @Hint({"Keep the velocity in a variable outside the loop.", "First the new velocity, then the move: velocity = keep * velocity + …"})
    void example(Student student) {
        Object moves = student.call("moves", new double[] {1, 1, -1}, 0.5, 0.1);
        Check.close("moves", moves, new double[] {-0.1, -0.15, 0.025});
    }
}
