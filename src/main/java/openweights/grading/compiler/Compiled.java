package openweights.grading.compiler;

import java.util.List;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.Step;
import org.jspecify.annotations.Nullable;

/**
 * A compiled cell.
 *
 * @param steps of the snippets before the first that does not compile
 * @param problem the compiler's messages about that snippet; null if all compile
 * @param unresolved names that the cell uses and nothing defines yet; the code runs until it uses
 *     one
 * @param broken whether the compiler itself can compile nothing more
 */
record Compiled(
        List<Step> steps, @Nullable String problem, List<String> unresolved, boolean broken) {

    Compiled(List<Step> steps, @Nullable String problem, List<String> unresolved) {
        this(steps, problem, unresolved, false);
    }

    Message message() {
        return Message.of(
                MessageType.COMPILED,
                steps.stream().map(Step::plain).toList(),
                problem,
                unresolved,
                broken);
    }
}
