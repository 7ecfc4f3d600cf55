import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RenderTest {

    @Test
    @Worth(1)
    @DisplayName("one question, and the beginning of the answer")
    @Hint({"Look at the line breaks: one after the role, one after the end mark.", "At the end comes <|im_start|>assistant and a line break."})
    void oneQuestion(Student student) {
        Object text = student.call("render", new String[] {"user"}, new String[] {"Who are you?"}, true);
        Check.equal("the text", text, "<|im_start|>user\nWho are you?<|im_end|>\n<|im_start|>assistant\n");
    }
}
