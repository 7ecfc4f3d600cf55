package openweights.course.grade.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a compiled cell asks a Java process to do: define classes, or run a class's snippet.
 *
 * <p>The grader hands steps from the compiler to the student's process; it never looks into them.
 */
public sealed interface Step {

    /** Define these classes: name to class file. */
    record Define(Map<String, byte[]> classes) implements Step {}

    /** Call the static method without parameters of a class defined before. */
    record Invoke(String className, String method) implements Step {}

    static void writeAll(List<Step> steps, DataOutputStream out) throws IOException {
        out.writeInt(steps.size());
        for (Step step : steps) {
            write(step, out);
        }
    }

    private static void write(Step step, DataOutputStream out) throws IOException {
        if (step instanceof Define define) {
            out.writeByte('d');
            out.writeInt(define.classes().size());
            for (Map.Entry<String, byte[]> each : define.classes().entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().length);
                out.write(each.getValue());
            }
        } else if (step instanceof Invoke invoke) {
            out.writeByte('i');
            out.writeUTF(invoke.className());
            out.writeUTF(invoke.method());
        }
    }

    static List<Step> readAll(DataInputStream in) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            steps.add(read(in));
        }
        return steps;
    }

    private static Step read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 'd' -> readClasses(in);
            case 'i' -> new Invoke(in.readUTF(), in.readUTF());
            default -> throw new ProtocolException("Unknown kind of step: " + kind);
        };
    }

    private static Step readClasses(DataInputStream in) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new ProtocolException("A class file of " + length + " bytes does not fit.");
            }
            classes.put(name, in.readNBytes(length));
        }
        return new Define(classes);
    }
}
