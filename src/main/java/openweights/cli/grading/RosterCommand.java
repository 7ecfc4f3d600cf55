package openweights.cli.grading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Csv;
import openweights.base.TerminalText;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.roster.Person;
import openweights.grading.roster.Roster;
import openweights.grading.roster.RosterImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "roster",
        description = {
            "Keep the list of students, grading/roster.csv, and say who has not submitted.",
            "A list is read as Canvas, Moodle, or Gradescope export it; columns are found by their titles."
        },
        mixinStandardHelpOptions = true)
public final class RosterCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The platform's list of students, which replaces the present one.")
    private @Nullable Path file;

    @Option(
            names = "--for",
            paramLabel = "EXERCISE",
            description = "Name who has not submitted this exercise. The exit code is then 1.")
    private @Nullable String exercise;

    @Spec private CommandSpec spec;

    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path place = Roster.file(context.all());
        if (file != null) {
            RosterImport list =
                    RosterImport.read(file.toString(), Csv.text(Files.readAllBytes(file)));
            new Roster(list.people()).write(place);
            if (!list.unused().isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("columns left out: " + String.join(", ", list.unused()));
            }
        }
        Roster roster = Roster.read(place);
        out.printf("%d students in %s%n", roster.people().size(), place);
        return exercise == null ? 0 : absent(roster, context.folder(exercise), out);
    }

    private static int absent(Roster roster, GradingFolder folder, PrintWriter out)
            throws IOException {
        List<String> students =
                ResultsFile.latest(folder.results()).stream().map(Result::student).toList();
        List<Person> absent = roster.absent(students);
        absent.forEach(
                each -> out.println("not submitted: " + TerminalText.printable(words(each))));
        students.stream()
                .filter(each -> roster.of(each).isEmpty() && roster.members(each).isEmpty())
                .forEach(each -> out.println("not on the roster: " + TerminalText.printable(each)));
        out.printf(
                "%d of %d have submitted%n",
                roster.people().size() - absent.size(), roster.people().size());
        return absent.isEmpty() ? 0 : 1;
    }

    private static String words(Person person) {
        String mail = person.mail().isEmpty() ? "" : " <" + person.mail() + ">";
        return person.name() + mail;
    }
}
