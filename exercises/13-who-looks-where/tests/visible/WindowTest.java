import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class WindowTest {

    @Test
    @Worth(1)
    @DisplayName("your window, at its edge")
    @Hint({"The window holds the token itself. So how far back is the last one that it sees?", "t - other says how far back. Compare it with window."})
    void yourWindow(Student student) {
        long window = student.variant().get("window");
        Check.equal("itself", student.eval("maySee(20, 20, window)"), true);
        Check.equal("the last one in the window", student.eval("maySee(20, 21 - window, window)"), true);
        Check.equal("one further", student.eval("maySee(20, " + (20 - window) + ", window)"), false);
    }
}
