package openweights.runtime.kernel;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import openweights.runtime.kernel.cell.CarriedValues;
import openweights.runtime.kernel.cell.CellControl;
import openweights.runtime.kernel.output.CellIO;
import openweights.runtime.session.KernelLanguage;
import openweights.runtime.setup.SetUpException;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;

/**
 * Builds JJava's kernel with a JShell whose execution control is wrapped. JJava publishes its
 * Jupyter library but not the kernel's classes, so those are called by reflection.
 */
final class StockKernel extends BaseKernelBuilder<StockKernel, BaseKernel> {

    private static final String HOME = "org.dflib.jjava.kernel.";

    private final Object evaluator;
    private final CarriedValues values;
    private final JShell shell;
    private final CellIO streams = new CellIO();

    StockKernel() throws ReflectiveOperationException {
        name("JJava");
        Constructor<?> constructor =
                type("execution.CodeEvaluator")
                        .getConstructor(String.class, long.class, TimeUnit.class);
        evaluator = constructor.newInstance(buildName(), -1L, TimeUnit.MILLISECONDS);
        ClassLoader loader = (ClassLoader) call("getClassLoader");
        loader.setDefaultAssertionStatus(true);
        values = new CarriedValues(loader);
        shell =
                JShell.builder()
                        .out(System.out)
                        .err(System.err)
                        .in(System.in)
                        .fileManager(CellLibraries::only)
                        .executionEngine(wrapped(executionControl()), Map.of())
                        .build();
    }

    JShell shell() {
        return shell;
    }

    /** The streams of cells. */
    CellIO streams() {
        return streams;
    }

    /** The variables of cells. */
    CarriedValues values() {
        return values;
    }

    @Override
    public BaseKernel build() {
        try {
            registerMagics();
            Constructor<?> constructor = type("JavaKernel").getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (BaseKernel)
                    constructor.newInstance(
                            buildName(),
                            buildVersion(),
                            language(),
                            List.of(),
                            buildHistoryManager(),
                            streams,
                            buildCommManager(),
                            buildRenderer(),
                            magicsResolver(),
                            buildMagicsRegistry(),
                            buildExtensionsEnabled(),
                            buildErrorStyler(),
                            shell,
                            evaluator);
        } catch (ReflectiveOperationException e) {
            throw new SetUpException(
                    "jjava.jar is not the version that the course needs. Run ./course lab --set-up-only.",
                    e);
        }
    }

    @Override
    protected Renderer buildRenderer() {
        return new CourseRenderer();
    }

    /** Registers the magics of JJava's that need no network; those of time are the course's. */
    private void registerMagics() throws ReflectiveOperationException {
        lineMagic("load", (LineMagic<?, ?>) magic("LoadMagic"));
        lineMagic("classpath", (LineMagic<?, ?>) magic("ClasspathMagic"));
    }

    private static Object magic(String name) throws ReflectiveOperationException {
        return type("magics." + name).getConstructor().newInstance();
    }

    /** A resolver that finds nothing, because {@code CellSource} has translated all magics. */
    private Object magicsResolver() throws ReflectiveOperationException {
        return Class.forName("org.dflib.jjava.jupyter.kernel.magic.MagicsResolver")
                .getConstructor(String.class, String.class, MagicTranspiler.class)
                .newInstance("(?!)", "(?!)", buildMagicTranspiler());
    }

    private static LanguageInfo language() {
        return new LanguageInfo.Builder(KernelLanguage.NAME)
                .version(KernelLanguage.VERSION)
                .mimetype(KernelLanguage.MIMETYPE)
                .fileExtension(KernelLanguage.FILE_EXTENSION)
                .pygments(KernelLanguage.HIGHLIGHTING)
                .codemirror(KernelLanguage.HIGHLIGHTING)
                .build();
    }

    private ExecutionControlProvider executionControl() throws ReflectiveOperationException {
        return (ExecutionControlProvider) call("getExecControlProvider");
    }

    private Object call(String getter) throws ReflectiveOperationException {
        return evaluator.getClass().getMethod(getter).invoke(evaluator);
    }

    private ExecutionControlProvider wrapped(ExecutionControlProvider stock) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return stock.name();
            }

            @Override
            public ExecutionControl generate(
                    jdk.jshell.spi.ExecutionEnv environment, Map<String, String> parameters)
                    throws Throwable {
                return new CellControl(stock.generate(environment, parameters), values);
            }
        };
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(HOME + name);
    }
}
