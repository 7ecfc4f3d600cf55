import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ChainTest {

    @Test
    @Worth(1)
    @DisplayName("a chain of two links")
    @Hint({"Remember the fingerprint before. At the beginning it is the empty text.", "before + text is what the next fingerprint is made of."})
    void recipeAndCorpus(Student student) {
        Object chain = student.eval("chain(List.of(\"recipe\", \"corpus\"))");
        Object first = student.eval("fingerprint(\"recipe\")");
        Object second = student.eval("fingerprint(fingerprint(\"recipe\") + \"corpus\")");
        Check.equal("chain", chain, List.of(first, second));
    }
}
