package openweights;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The arrows among the top packages, and where each third-party library lives. A rule that matches
 * nothing fails, so that a renamed package cannot slip through.
 */
class ArchitectureTest {

    /** Top package -> the top packages that it may use. */
    private static final Map<String, List<String>> ARROWS =
            Map.ofEntries(
                    entry("base", List.of()),
                    entry("chart", List.of()),
                    entry("tiny", List.of()),
                    entry("engine", List.of("base")),
                    entry("stories", List.of("base", "engine")),
                    entry("openness", List.of("base", "engine", "stories")),
                    entry("runtime", List.of("base", "chart")),
                    entry("course", List.of("base", "runtime")),
                    entry("grading", List.of("base", "chart", "course")),
                    entry("platform", List.of("base", "runtime", "course", "grading")),
                    entry(
                            "cli",
                            List.of(
                                    "base",
                                    "chart",
                                    "engine",
                                    "stories",
                                    "openness",
                                    "runtime",
                                    "course",
                                    "grading")));

    /** Third-party package -> the only packages of ours that may use it. */
    private static final Map<String, List<String>> HOMES =
            Map.ofEntries(
                    entry("picocli", List.of("cli")),
                    entry(
                            "com.fasterxml.jackson",
                            List.of("base", "engine", "openness", "runtime", "course", "grading")),
                    // What ND4J's BLAS is called through.
                    entry("org.bytedeco", List.of("engine.math.kernel", "engine.weights")),
                    entry(
                            "org.nd4j",
                            List.of(
                                    "chart",
                                    "engine.weights",
                                    "tiny",
                                    "runtime.kernel",
                                    // The doctor multiplies two matrices to see whether ND4J works.
                                    "runtime.doctor",
                                    "course.exercise",
                                    // Asks for an array, so that the natives get unpacked.
                                    "grading.remote")),
                    entry(
                            "tech.tablesaw",
                            List.of("openness.catalogue", "runtime.kernel", "course.exercise")),
                    entry("org.knowm.xchart", List.of("chart", "runtime.kernel")),
                    entry("org.dflib.jjava", List.of("runtime.kernel")),
                    entry("org.objectweb.asm", List.of("runtime.kernel")),
                    entry(
                            "org.commonmark",
                            List.of(
                                    "course.markdown",
                                    "course.lesson",
                                    "course.exercise",
                                    "course.site")),
                    entry("org.eclipse.jetty", List.of("grading.desk")),
                    entry("org.jsoup", List.of("course.site")),
                    entry("org.junit", List.of("course.exercise")));

    private static final String ROOT = "openweights";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void topPackagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyTopPackageHasARow() {
        Set<String> found =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ARROWS.keySet()), found);
    }

    @Test
    void everyLibraryHasAHome() {
        Set<String> homeless =
                CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive())
                        .map(JavaClass::getPackageName)
                        .filter(name -> !isOurs(name) && !isOfTheJdk(name))
                        .filter(name -> !inside(name, "org.jspecify")) // marks in every package
                        .filter(name -> HOMES.keySet().stream().noneMatch(h -> inside(name, h)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), homeless);
    }

    @TestFactory
    Stream<DynamicTest> arrowsPointDown() {
        return ARROWS.entrySet().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.getKey(), () -> arrows(row.getKey(), row.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> librariesStayAtHome() {
        return HOMES.entrySet().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.getKey(), () -> home(row.getKey(), row.getValue())));
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".platform..")
                .and()
                .doNotHaveSimpleName("KernelMain") // the main class of a process of its own
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    private static void arrows(String from, List<String> allowed) {
        noClasses()
                .that(liveIn(List.of(from)))
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>(
                                "live elsewhere in this project than in " + allowed) {
                            @Override
                            public boolean test(JavaClass type) {
                                return isOurs(type.getPackageName())
                                        && !liveIn(List.of(from)).test(type)
                                        && !liveIn(allowed).test(type);
                            }
                        })
                .check(CLASSES);
    }

    private static void home(String library, List<String> homes) {
        ArchRule staysAtHome =
                noClasses()
                        .that(DescribedPredicate.not(liveIn(homes)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library + "..");
        staysAtHome.check(CLASSES);
        assertEquals(
                List.of(),
                homes.stream().filter(home -> !uses(home, library)).toList(),
                "these homes of " + library + " do not use it");
    }

    private static boolean uses(String home, String library) {
        return CLASSES.stream()
                .filter(liveIn(List.of(home)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(
                        dependency ->
                                inside(dependency.getTargetClass().getPackageName(), library));
    }

    private static DescribedPredicate<JavaClass> liveIn(List<String> homes) {
        return new DescribedPredicate<>("live in " + homes) {
            @Override
            public boolean test(JavaClass type) {
                return homes.stream()
                        .anyMatch(home -> inside(type.getPackageName(), ROOT + "." + home));
            }
        };
    }

    private static boolean isOurs(String name) {
        return inside(name, ROOT);
    }

    private static boolean isOfTheJdk(String name) {
        return Arrays.stream(
                        new String[] {
                            "java", "javax", "jdk", "com.sun", "sun", "org.w3c", "org.xml"
                        })
                .anyMatch(each -> inside(name, each));
    }

    private static boolean inside(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
