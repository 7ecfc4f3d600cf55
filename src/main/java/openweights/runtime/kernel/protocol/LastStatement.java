package openweights.runtime.kernel.protocol;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Where the last statement of some code begins. JShell's help looks at one statement at a time. */
final class LastStatement {

    private LastStatement() {}

    static int start(SourceCodeAnalysis analysis, String code) {
        int start = 0;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(code.substring(start));
            String rest = info.remaining();
            boolean more = info.completeness().isComplete() && rest != null && !rest.isBlank();
            if (!more || rest.length() >= code.length() - start) {
                return start;
            }
            start = code.length() - rest.length();
        }
    }
}
