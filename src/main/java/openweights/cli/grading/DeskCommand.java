package openweights.cli.grading;

import java.io.IOException;
import openweights.base.WebBrowser;
import openweights.grading.desk.Desk;
import openweights.grading.desk.DeskServer;
import openweights.grading.result.GradingFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "desk",
        description = {
            "Open a page in your browser where you review graded submissions and give points by hand: with rubric items, comments at lines, and equal answers judged together.",
            "It is served on this machine only, until you press Ctrl-C. Decisions go into grading/EXERCISE/decisions.jsonl, and several desks may work on one folder."
        })
public final class DeskCommand extends GradingCommand {

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who grades, for the history. Default: your user name.")
    private String by = System.getProperty("user.name", "somebody");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Default: 8713, or any free port if that is taken.")
    private int port;

    @Option(names = "--no-browser", description = "Only print the address.")
    private boolean quiet;

    @Option(names = "--hide-names", description = "Show numbers instead of names.")
    private boolean hideNames;

    @Override
    protected void run() throws IOException, InterruptedException {
        GradingFolder folder = folder();
        folder.latest();
        Desk desk = new Desk(exercise(), folder, by, hideNames);
        try (DeskServer server = DeskServer.start(desk, port)) {
            println("The desk is at " + server.address());
            println("Whoever has this address can grade. Stop with Ctrl-C; nothing is lost.");
            if (!quiet) {
                WebBrowser.openSecret(server.address(), folder.path());
            }
            server.join();
        }
    }
}
