package openweights.runtime.kernel.cell;

import jdk.jshell.spi.ExecutionControl;
import openweights.runtime.kernel.display.Displays;
import openweights.runtime.kernel.magic.Timing;
import org.jspecify.annotations.Nullable;

/**
 * Wraps JJava's execution control: makes the code of cells stoppable, and runs no further snippets
 * of an interrupted cell.
 */
public final class CellControl implements ExecutionControl {

    /** The name by which JJava recognizes that a cell was interrupted. */
    private static final String INTERRUPTED = "Execution Interrupted";

    private final ExecutionControl stock;
    private final CarriedValues values;

    public CellControl(ExecutionControl stock, CarriedValues values) {
        this.stock = stock;
        this.values = values;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        stock.load(instrumented(classes));
        values.loaded(classes);
    }

    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        stock.redefine(instrumented(classes));
    }

    private static ClassBytecodes[] instrumented(ClassBytecodes[] classes) {
        ClassBytecodes[] instrumented = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            byte[] code = CellCode.instrument(classes[i].bytecodes());
            instrumented[i] = new ClassBytecodes(classes[i].name(), code);
        }
        return instrumented;
    }

    @Override
    public String invoke(String type, String method)
            throws RunException, EngineTerminationException, InternalException {
        requireNotStopped();
        @Nullable Timing timing = Timing.startIfAsked();
        try {
            String value = stock.invoke(type, method);
            // A statement that waits for another thread ends in peace when that one is stopped
            // first.
            requireNotStopped();
            return value;
        } finally {
            if (timing != null) {
                timing.print();
            }
            Displays.settle();
        }
    }

    private static void requireNotStopped() throws UserException {
        if (Stop.isRequested()) {
            throw new UserException("stopped", INTERRUPTED, new StackTraceElement[0]);
        }
    }

    @Override
    public String varValue(String type, String variable)
            throws RunException, EngineTerminationException, InternalException {
        return stock.varValue(type, variable);
    }

    @Override
    public void addToClasspath(String path) throws EngineTerminationException, InternalException {
        stock.addToClasspath(path);
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        stock.stop();
    }

    @Override
    public Object extensionCommand(String command, Object argument)
            throws RunException, EngineTerminationException, InternalException {
        return stock.extensionCommand(command, argument);
    }

    @Override
    public void close() {
        stock.close();
    }
}
