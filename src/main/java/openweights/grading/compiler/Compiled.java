package openweights.grading.compiler;

import java.util.List;
import openweights.grading.protocol.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell.
 *
 * @param steps of the snippets up to the first that does not compile
 * @param problem what the compiler says of that one; null if there is none
 * @param unresolved names that are used and not defined, so that the code can be run up to there
 */
record Compiled(List<List<Object>> steps, @Nullable String problem, List<String> unresolved) {

    Message message() {
        return Message.of("cell", steps, problem, unresolved);
    }
}
