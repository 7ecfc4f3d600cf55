import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class RankTest {

    @Test
    @Worth(1)
    @DisplayName("ten per cent of a small matrix")
    @Hint({"How many weights does rank 1 cost?", "How often does that fit into percent / 100 · rows · columns? Round down."})
    void tenPerCent(Student student) {
        Check.equal("largestRank(128, 352, 10)", student.call("largestRank", 128, 352, 10), 9);
    }
}
