import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class RankAtTheEdgeTest {

    @Test
    @Worth(1)
    @DisplayName("where it just fits, and where not even rank 1 does")
    void edges(Student student) {
        Check.equal("just fits", student.call("largestRank", 100, 100, 2), 1);
        Check.equal("too small", student.call("largestRank", 100, 99, 2), 0);
        Check.equal("nothing allowed", student.call("largestRank", 64, 64, 0), 0);
    }

    @Test
    @Worth(1)
    @DisplayName("large matrices")
    void large(Student student) {
        Check.equal("a table", student.call("largestRank", 128_256, 4096, 5), 198);
        Check.equal("a square", student.call("largestRank", 28_672, 28_672, 50), 7168);
    }
}
