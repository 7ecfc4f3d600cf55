package openweights.course.exercise.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.markdown.Problem;

/** Compiles Java sources to classes in memory. */
final class TestCompiler {

    private static final List<String> OPTIONS = List.of("-proc:none", "-parameters", "-nowarn");

    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private TestCompiler() {}

    /**
     * Compiles the files and returns the class that each one declares, in the same order.
     *
     * @throws SuiteException with all compiler errors
     */
    static List<Class<?>> compile(List<TestFile> files) {
        TestCompiler compiler = new TestCompiler();
        compiler.run(files);
        ClassLoader loader = compiler.loader();
        List<Class<?>> classes = new ArrayList<>();
        for (TestFile file : files) {
            classes.add(load(loader, file));
        }
        return classes;
    }

    private void run(List<TestFile> files) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new UserException(
                    "This Java has no compiler. Run the course with a JDK instead of a JRE.");
        }
        List<Source> sources = files.stream().map(Source::new).toList();
        JavaFileManager manager =
                new InMemory(
                        javac.getStandardFileManager(
                                diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8));
        if (!javac.getTask(null, manager, diagnostics, OPTIONS, null, sources).call()) {
            throw new SuiteException(
                    diagnostics.getDiagnostics().stream()
                            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                            .map(TestCompiler::problem)
                            .toList());
        }
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> error) {
        String file = error.getSource() instanceof Source source ? source.file.file() : "tests";
        String message = error.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
        return new Problem(file, (int) Math.max(1, error.getLineNumber()), message + ".");
    }

    private ClassLoader loader() {
        return new ClassLoader(TestCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream code = compiled.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code.toByteArray(), 0, code.size());
            }
        };
    }

    private static Class<?> load(ClassLoader loader, TestFile file) {
        try {
            return loader.loadClass(file.className());
        } catch (ClassNotFoundException e) {
            throw new SuiteException(
                    List.of(
                            new Problem(
                                    file.file(),
                                    1,
                                    "the file contains no class %s. Name the class like the file, and omit the package."
                                            .formatted(file.className()))));
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final TestFile file;

        private Source(TestFile file) {
            super(URI.create("tests:///" + file.className() + ".java"), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.source();
        }
    }

    /** Stores the compiled classes in memory. */
    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private InMemory(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("classes:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() throws IOException {
                    ByteArrayOutputStream code = new ByteArrayOutputStream();
                    compiled.put(name, code);
                    return code;
                }
            };
        }
    }
}
