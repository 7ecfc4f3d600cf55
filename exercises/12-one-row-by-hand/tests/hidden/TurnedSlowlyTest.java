import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class TurnedSlowlyTest {

    @Test
    @Worth(1)
    @DisplayName("later arrows turn more slowly")
    void slower(Student student) {
        Object out = student.call("turned", new double[] {0, 5, 0, 2}, 30);
        double c = Math.cos(0.3), s = Math.sin(0.3);
        Check.close("arrow 1 at position 30", out, new double[] {0, 5 * c - 2 * s, 0, 2 * c + 5 * s});
        Object still = student.call("turned", new double[] {1, 2, 3, 4, 5, 6}, 0);
        Check.close("position 0", still, new double[] {1, 2, 3, 4, 5, 6});
    }

    @Test
    @Worth(1)
    @DisplayName("only the distance of two positions counts")
    void distance(Student student) {
        double[] query = {0.3, -1.2, 0.7, 2.1, -0.4, 0.9, 1.5, -0.8};
        double near = product(student, query, 9, 4);
        Check.close("9 and 4 as 25 and 20", product(student, query, 25, 20), near);
        Check.close("the head itself stays as it was", student.eval(unchanged()), new double[] {1, 2});
    }

    private static double product(Student student, double[] head, int first, int second) {
        double[] a = numbers(student.call("turned", head.clone(), first));
        double[] b = numbers(student.call("turned", head.clone(), second));
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] numbers(Object row) {
        return row instanceof List<?> list
                ? list.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray()
                : (double[]) row;
    }

    private static String unchanged() {
        return "((UnaryOperator<double[]>) head -> { turned(head, 5); return head; })"
                + ".apply(new double[] {1, 2})";
    }
}
