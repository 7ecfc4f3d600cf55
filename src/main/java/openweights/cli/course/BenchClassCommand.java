package openweights.cli.course;

import java.io.IOException;
import openweights.base.Home;
import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.runtime.session.KernelClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "class",
        description = {
            "Measure how much memory the kernels of many students need on this machine, and how long each takes to start.",
            "",
            "Each kernel multiplies two matrices with ND4J and stays until the last one has answered. Its share counts in part what several processes have in memory together, such as libraries. Run ./course lab --set-up-only first."
        })
public final class BenchClassCommand extends CourseCommand {

    @Parameters(
            paramLabel = "KERNELS",
            arity = "0..1",
            description = "How many kernels; default ${DEFAULT-VALUE}.")
    private int kernels = 4;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        KernelClass measured = KernelClass.start(Home.locate(), Math.max(1, kernels));
        print(json ? Json.pretty(measured) + "\n" : measured.text());
    }
}
