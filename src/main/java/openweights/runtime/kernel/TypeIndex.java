package openweights.runtime.kernel;

import java.lang.reflect.Method;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/**
 * JShell's list of all types of all libraries, from which it completes names. JShell makes it in
 * the background when code is analyzed for the first time, which is in the first cell, just when
 * start-up needs the processors and the memory. Here it waits until that cell has ended.
 */
final class TypeIndex {

    private final SourceCodeAnalysis analysis;
    private boolean held;

    private TypeIndex(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
        held = call("suspendIndexing");
    }

    static TypeIndex held(JShell java) {
        return new TypeIndex(java.sourceCodeAnalysis());
    }

    /** Lets JShell go on, the first time that this is called. */
    synchronized void release() {
        if (held) {
            held = false;
            call("resumeIndexing");
        }
    }

    /** JShell's own program calls these. Without them the list is made at once, as before. */
    private boolean call(String name) {
        try {
            Method method = analysis.getClass().getMethod(name);
            method.setAccessible(true);
            method.invoke(analysis);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
