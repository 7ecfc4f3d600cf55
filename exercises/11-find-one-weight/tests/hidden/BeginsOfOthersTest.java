import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BeginsOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other shapes, and other bytes")
    void otherShapes(Student student) {
        String shapes = "new int[][] {{7}, {2, 3, 5}, {1, 1}}";
        Check.equal("2 bytes each", student.eval("begins(" + shapes + ", 2)"), new long[] {0, 14, 74, 76});
        Check.equal("no array", student.eval("begins(new int[0][], 4)"), new long[] {0});
    }

    @Test
    @Worth(1)
    @DisplayName("arrays larger than 2 GB")
    void large(Student student) {
        Object begins = student.call("begins", new int[][] {{128_256, 4096}, {4096, 4096}}, 4);
        Check.equal("begins", begins, new long[] {0, 2_101_346_304L, 2_168_455_168L});
        Object larger = student.call("begins", new int[][] {{250_880, 14_336}}, 4);
        Check.equal("the table of BLOOM", larger, new long[] {0, 14_386_462_720L});
    }
}
