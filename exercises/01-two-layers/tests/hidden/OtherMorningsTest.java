import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class OtherMorningsTest {

    @Test
    @Worth(1)
    @DisplayName("no sign: the answer is 0")
    void noSign(Student student) {
        Check.equal("0, 0", student.call("exclusiveOr", 0, 0), 0);
    }

    @Test
    @Worth(1)
    @DisplayName("both signs: the answer is 0")
    void bothSigns(Student student) {
        Check.equal("1, 1", student.call("exclusiveOr", 1, 1), 0);
    }

    @Test
    @Worth(1)
    @DisplayName("made of three neurons, without an if or a comparison")
    void madeOfNeurons(Student student) {
        String code = student.source("q2").replaceAll("(?m)//.*$", "");
        Check.that("three calls of neuron", code.split("\\bneuron\\s*\\(", -1).length > 3);
        Check.that("no comparison", !code.matches("(?s).*(\\bif\\b|[!=]=|\\?|\\^|[<>]).*"));
        Check.equal("0.3, 1", student.call("exclusiveOr", 0.3, 1), student.call("exclusiveOr", 1, 0.3));
    }
}
