import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class DifferenceAtTheEndTest {

    @Test
    @Worth(1)
    @DisplayName("the same, and different from the beginning")
    void same(Student student) {
        String a = "7f3a";
        Check.equal("same", student.call("firstDifference", List.of(a, "b"), List.of("7f" + "3a", "b")), -1);
        Check.equal("nothing in both", student.call("firstDifference", List.of(), List.of()), -1);
        Check.equal("a blank", student.call("firstDifference", List.of("a"), List.of("a ")), 0);
        Check.equal("a capital letter", student.call("firstDifference", List.of("a"), List.of("A")), 0);
        Check.equal("at once", student.call("firstDifference", List.of("a", "b"), List.of("x", "b")), 0);
    }

    @Test
    @Worth(1)
    @DisplayName("one ends earlier")
    void shorter(Student student) {
        List<String> three = List.of("a", "b", "c");
        Check.equal("found ends", student.call("firstDifference", three, List.of("a")), 1);
        Check.equal("the record ends", student.call("firstDifference", List.of("a", "b"), three), 2);
        Check.equal("nothing found", student.call("firstDifference", three, List.of()), 0);
    }
}
