import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class AdapterOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other matrices and ranks")
    void others(Student student) {
        Check.equal("rank 1", student.call("adapterWeights", 7, 5, 1), 12);
        Check.equal("rank 16 of a square", student.call("adapterWeights", 4096, 4096, 16), 131_072);
    }

    @Test
    @Worth(1)
    @DisplayName("more weights than an int can hold")
    void large(Student student) {
        Object count = student.call("adapterWeights", 1_000_000, 500_000, 2000);
        Check.equal("rank 2000", count, 3_000_000_000L);
    }
}
