package openweights.cli.grading;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import openweights.base.WebBrowser;
import openweights.grading.desk.Desk;
import openweights.grading.desk.DeskServer;
import openweights.grading.result.GradingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "desk",
        description = {
            "Open a page in your browser on which you look at graded submissions and give points by hand: with rubric items, comments at lines, and equal answers judged together.",
            "It is served on this machine only, until you press Ctrl-C. Decisions go into grading/EXERCISE/decisions.jsonl, and several desks may work on one folder."
        },
        mixinStandardHelpOptions = true)
public final class DeskCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who grades, for the history. Default: your user name.")
    private String by = System.getProperty("user.name", "somebody");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Default: 8713, or any other one if it is taken.")
    private int port;

    @Option(names = "--no-browser", description = "Only print the address.")
    private boolean quiet;

    @Option(names = "--hide-names", description = "Show numbers instead of names.")
    private boolean hideNames;

    @Spec private CommandSpec spec;

    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException, InterruptedException {
        GradingFolder folder = context.folder(name);
        folder.latest();
        Desk desk = new Desk(context.exercise(name), folder, by, hideNames);
        try (DeskServer server = DeskServer.start(desk, port)) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf("The desk is at %s%n", server.address());
            out.println("Whoever has this address can grade. Stop with Ctrl-C; nothing is lost.");
            out.flush();
            if (!quiet) {
                WebBrowser.open(server.address());
            }
            server.join();
        }
        return 0;
    }
}
