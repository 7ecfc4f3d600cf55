import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ZScoreOfOthersTest {

    private static final boolean[][] GREEN = {{true, false, false, false}, {true, false, true, false}, {false, false, false, true}, {false, true, false, false}};

    @Test
    @Worth(1)
    @DisplayName("other shares")
    void shares(Student student) {
        int[] tokens = {0, 0, 1, 2, 3, 1, 0, 2, 1};
        Check.close("a quarter, 5 of 8", student.call("zScore", GREEN, 0.25, tokens), 3 / Math.sqrt(1.5));
        Check.close("four fifths, 5 of 8", student.call("zScore", GREEN, 0.8, tokens), -1.4 / Math.sqrt(1.28));
        int[] none = {0, 1, 1, 3, 3};
        Check.close("a fifth, none of 4", student.call("zScore", GREEN, 0.2, none), -0.8 / Math.sqrt(0.64));
    }

    @Test
    @Worth(1)
    @DisplayName("a text that repeats itself, and pairs the other way round")
    void repeats(Student student) {
        int[] tokens = new int[100];
        for (int i = 0; i < 100; i++) {
            tokens[i] = i % 2 == 0 ? 1 : 2;
        }
        Check.close("1 2 1 2 …, 1 of 2", student.call("zScore", GREEN, 0.25, tokens), 0.5 / Math.sqrt(0.375));
        Check.close("3 3 3 3, none of 1", student.call("zScore", GREEN, 0.5, new int[] {3, 3, 3, 3}), -1);
        Check.close("two tokens, green", student.call("zScore", GREEN, 0.5, new int[] {2, 3}), 1);
    }
}
