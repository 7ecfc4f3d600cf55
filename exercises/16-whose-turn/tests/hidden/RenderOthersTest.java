import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
@Question("q1")
class RenderOthersTest {

    @Test
    @Worth(1)
    @DisplayName("several messages, without the beginning of an answer")
    void several(Student student) {
        String[] roles = {"system", "user", "assistant"};
        String[] texts = {"Be brief.", "And\nnow?", ""};
        Check.equal(
                "the text",
                student.call("render", roles, texts, false),
                "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nAnd\nnow?<|im_end|>\n<|im_start|>assistant\n<|im_end|>\n");
    }

    @Test
    @Worth(1)
    @DisplayName("no messages")
    void none(Student student) {
        Check.equal("with", student.call("render", new String[0], new String[0], true), "<|im_start|>assistant\n");
        Check.equal(
                "the arrays stay as they were",
                student.eval(
                        "((java.util.function.Supplier<String>) () -> { String[] roles = {\"user\", \"assistant\"}, texts = {\"a\", \"b\"}; render(roles, texts, true); return String.join(\" \", roles) + \" \" + String.join(\" \", texts); }).get()"),
                "user assistant a b");
        Check.equal("without", student.call("render", new String[0], new String[0], false), "");
    }
}
