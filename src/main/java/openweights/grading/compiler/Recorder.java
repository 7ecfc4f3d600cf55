package openweights.grading.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Takes what JShell wants done and does nothing of it: the steps are for another process. So the
 * compiler never runs a student's code.
 */
final class Recorder implements ExecutionControl {

    private List<List<Object>> steps = new ArrayList<>();

    /** The steps since the last call, as {@code Message} has them. */
    List<List<Object>> take() {
        List<List<Object>> taken = steps;
        steps = new ArrayList<>();
        return taken;
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ClassBytecodes each : classes) {
            files.put(each.name(), each.bytecodes());
        }
        steps.add(List.of("define", files));
    }

    /** Makes JShell define a changed snippet anew under another class name. */
    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("classes are never redefined");
    }

    @Override
    public String invoke(String className, String method) {
        steps.add(List.of("invoke", className, method));
        return "";
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public @Nullable Object extensionCommand(String command, Object argument) {
        return null;
    }

    @Override
    public void close() {}
}
