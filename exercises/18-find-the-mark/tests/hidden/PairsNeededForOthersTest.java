import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class PairsNeededForOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other shares, other z-scores")
    void others(Student student) {
        Check.equal("all green", student.call("pairsNeeded", 0.5, 1.0, 4.0), 16);
        Check.equal("rounded up", student.call("pairsNeeded", 0.5, 0.75, 3.1), 39);
        Check.equal("rounded up from just above", student.call("pairsNeeded", 0.5, 0.75, 2.01), 17);
        Check.equal("a fifth by chance", student.call("pairsNeeded", 0.2, 0.5, 4.1), 30);
        Check.equal("nearly all by chance", student.call("pairsNeeded", 0.9, 0.96, 2.05), 106);
        Check.equal("a weak mark", student.call("pairsNeeded", 0.25, 0.27, 4.05), 7689);
    }

    @Test
    @Worth(1)
    @DisplayName("no mark at all")
    void noMark(Student student) {
        Check.equal("as by chance", student.call("pairsNeeded", 0.5, 0.5, 2.0), -1);
        Check.equal("less than by chance", student.call("pairsNeeded", 0.5, 0.25, 2.0), -1);
    }
}
