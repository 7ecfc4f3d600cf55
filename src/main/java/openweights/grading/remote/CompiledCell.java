package openweights.grading.remote;

import java.util.List;
import java.util.Optional;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;

/**
 * What the compiler made of a cell.
 *
 * @param steps for the student's process, which alone looks into them
 * @param problem why the rest of the cell does not compile
 * @param unresolved names that the cell uses and nothing defines yet
 * @param broken whether this compiler can compile nothing more
 */
public record CompiledCell(
        List<?> steps, Optional<String> problem, List<String> unresolved, boolean broken) {

    static CompiledCell of(Message answer) throws ProtocolException {
        Object problem = answer.values().size() > 1 ? answer.values().get(1) : null;
        return new CompiledCell(
                answer.list(0),
                Optional.ofNullable(problem).map(String::valueOf),
                answer.list(2).stream().map(String::valueOf).toList(),
                answer.get(3, Boolean.class));
    }

    /** A cell of which nothing can be run. */
    static CompiledCell rejected(String problem) {
        return new CompiledCell(List.of(), Optional.of(problem), List.of(), false);
    }
}
