package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.Requirement;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;
import openweights.runtime.session.TestJdk;
import openweights.runtime.setup.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jupyter's own tests of kernels, and questions of front ends that they do not ask. */
class KernelProtocolIT {

    private static final String PACKAGE = "jupyter_kernel_test==0.7.0";

    private final Home project = Home.locate();
    private final Path packages = project.root().resolve("target/python");

    @ParameterizedTest
    @MethodSource("openweights.runtime.session.TestJdk#all")
    void passesJupytersTestsOfKernels(TestJdk jdk) throws IOException {
        KernelSpec spec = jdk.spec();
        spec.install();
        Requirement.KERNEL_TEST.check(
                Files.isDirectory(packages.resolve("jupyter_kernel_test")) || install(),
                PACKAGE + " is not in target/python and could not be installed by pip.");

        Program.Ended tests =
                new Program(
                                List.of(
                                        project.python().toString(),
                                        "-B",
                                        project.root()
                                                .resolve("src/test/python/kernel_protocol.py")
                                                .toString(),
                                        spec.folder().getParent().toString()),
                                Map.of("PYTHONPATH", packages.toString()))
                        .run();

        assertEquals(0, tests.status(), tests.output());
    }

    private boolean install() throws IOException {
        return Program.of(
                                project.python().toString(),
                                "-m",
                                "pip",
                                "install",
                                "--quiet",
                                "--no-deps",
                                "--target",
                                packages.toString(),
                                PACKAGE)
                        .run()
                        .status()
                == 0;
    }
}
