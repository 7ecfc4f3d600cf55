import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class PairsNeededTest {

    @Test
    @Worth(1)
    @DisplayName("half by chance, three quarters in marked texts")
    @Hint({"Write down the z-score of n pairs: (n · marked - n · share) / √(n · share · (1 - share)).", "One √n cancels. What remains is √n times a number that does not depend on n."})
    void example(Student student) {
        Check.equal("for a z-score of 2", student.call("pairsNeeded", 0.5, 0.75, 2.0), 16);
    }
}
