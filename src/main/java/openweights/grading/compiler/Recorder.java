package openweights.grading.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import openweights.grading.protocol.Step;
import org.jspecify.annotations.Nullable;

/**
 * Records what JShell wants to execute instead of executing it: another process takes these steps,
 * so the compiler never runs a student's code.
 */
final class Recorder implements ExecutionControl {

    private List<Step> steps = new ArrayList<>();

    /** The steps since the last call. */
    List<Step> take() {
        List<Step> taken = steps;
        steps = new ArrayList<>();
        return taken;
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ClassBytecodes each : classes) {
            files.put(each.name(), each.bytecodes());
        }
        steps.add(new Step.Define(files));
    }

    /** Refusing makes JShell define a changed snippet under a new class name. */
    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("classes are never redefined");
    }

    @Override
    public String invoke(String className, String method) {
        steps.add(new Step.Invoke(className, method));
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
