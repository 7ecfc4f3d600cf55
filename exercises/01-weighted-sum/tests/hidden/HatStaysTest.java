import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class HatStaysTest {

    @Test
    @Worth(2)
    @DisplayName("any sign of rain: the hat stays at home")
    void anySign(Student student) {
        for (String morning : new String[] {"0, 1", "1, 0", "1, 1"}) {
            String question = "decide(new double[] {" + morning + "}, hatWeights, hatBias)";
            Check.equal("morning " + morning, student.eval(question), 0);
        }
    }
}
