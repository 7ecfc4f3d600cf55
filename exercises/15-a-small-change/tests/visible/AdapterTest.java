import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class AdapterTest {

    @Test
    @Worth(1)
    @DisplayName("a small matrix, rank 4")
    @Hint({"A has rank · columns weights.", "B has rows · rank weights. Add the two."})
    void rankFour(Student student) {
        Check.equal("adapterWeights(128, 352, 4)", student.call("adapterWeights", 128, 352, 4), 1920);
    }
}
