import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ShareTest {

    @Test
    @Worth(1)
    @DisplayName("two of four answers are right")
    @Hint({"Compare texts with equals, not with ==.", "An int divided by an int is rounded down. Make one of them a double."})
    void twoOfFour(Student student) {
        String[] right = {"pink", "barn", "Anna", "key"};
        String[] answers = {"pink", "shed", " Anna", "ball"};
        Check.close("share", student.call("share", right, answers), 0.5);
    }
}
