package openweights;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The arrows among packages. An arrow that is not in the table is not allowed. */
@AnalyzeClasses(packages = "openweights", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Package -> what of ours it may use. */
    private static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

    static {
        arrow("files");
        arrow("math");
        arrow("chart");
        arrow("tiny");
        arrow("hub", "files");
        arrow("weights", "files", "math");
        arrow("token");
        arrow("model", "math", "weights");
        arrow("generate", "math", "model", "token");
        arrow("corpus");
        arrow("train", "files", "math", "weights", "token", "model", "generate", "corpus");
        arrow("evaluate", "math", "model", "token", "generate", "corpus");
        arrow("quantize", "math", "weights", "model");
        // math: what a model costs to run depends on how fast this machine reads memory.
        arrow(
                "release",
                "files",
                "math",
                "weights",
                "token",
                "model",
                "generate",
                "train",
                "quantize",
                "corpus");
        arrow("course.notebook");
        arrow("course.markdown");
        arrow("course.jupyter", "files", "course.notebook");
        arrow("course.exercise", "files", "course.notebook", "course.markdown", "course.jupyter");
        arrow(
                "course.lesson",
                "files",
                "course.notebook",
                "course.markdown",
                "course.jupyter",
                "course.exercise");
        arrow(
                "course.site",
                "course.notebook",
                "course.markdown",
                "course.jupyter",
                "course.lesson");
        arrow("course.grade", "files", "course.notebook", "course.exercise");
        // The kernel's extension shows the engine's pictures; it is where the wings meet for the
        // student's eye.
        arrow("course.kernel", "chart", "course.jupyter", "course.exercise");
    }

    /**
     * Third-party package -> the only packages of ours that may use it. The command line is always
     * free.
     */
    private static final Map<String, List<String>> HOMES =
            Map.of(
                    "tech.tablesaw", List.of("release", "course.kernel", "course.exercise"),
                    "org.knowm.xchart", List.of("chart", "course.kernel"),
                    "org.dflib.jjava", List.of("course.kernel"),
                    "org.objectweb.asm", List.of("course.kernel"),
                    "org.commonmark",
                            List.of(
                                    "course.markdown",
                                    "course.lesson",
                                    "course.exercise",
                                    "course.site"),
                    "org.junit", List.of("course.exercise", "course.grade"),
                    "picocli", List.of(),
                    "org.nd4j",
                            List.of(
                                    "math",
                                    "weights",
                                    "tiny",
                                    "course.kernel",
                                    "course.exercise",
                                    // The doctor multiplies two matrices to see whether ND4J works
                                    // here.
                                    "course.jupyter"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("openweights");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("openweights.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProcess =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("openweights.cli..")
                    .and()
                    .doNotHaveSimpleName("KernelMain") // the main class of a process of its own
                    .should()
                    .callMethod(System.class, "exit", int.class);

    @TestFactory
    Stream<DynamicTest> arrowsPointDownwards() {
        return ARROWS.keySet().stream()
                .map(from -> DynamicTest.dynamicTest(from, () -> arrowRule(from).check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryHasOneHome() {
        return HOMES.keySet().stream()
                .map(
                        library ->
                                DynamicTest.dynamicTest(
                                        library, () -> homeRule(library).check(CLASSES)));
    }

    private static void arrow(String from, String... to) {
        ARROWS.put(from, Arrays.asList(to));
    }

    private static ArchRule arrowRule(String from) {
        List<String> allowed = ARROWS.get(from);
        return noClasses()
                .that(liveIn(from))
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>(
                                "live elsewhere in this project than in " + allowed) {
                            @Override
                            public boolean test(JavaClass type) {
                                return type.getPackageName().startsWith("openweights")
                                        && !inside(type, from)
                                        && allowed.stream().noneMatch(home -> inside(type, home));
                            }
                        })
                .allowEmptyShould(true);
    }

    private static ArchRule homeRule(String library) {
        List<String> homes = HOMES.get(library);
        return noClasses()
                .that(
                        new DescribedPredicate<>("live outside of " + homes + " and cli") {
                            @Override
                            public boolean test(JavaClass type) {
                                return !inside(type, "cli")
                                        && homes.stream().noneMatch(home -> inside(type, home));
                            }
                        })
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> liveIn(String home) {
        return new DescribedPredicate<>("live in " + home) {
            @Override
            public boolean test(JavaClass type) {
                return inside(type, home);
            }
        };
    }

    private static boolean inside(JavaClass type, String home) {
        String name = type.getPackageName();
        String prefix = "openweights." + home;
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
