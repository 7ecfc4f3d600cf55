package openweights.grading.roster;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.TerminalText;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;

/**
 * Who of a roster has submitted.
 *
 * @param people how many are on the roster
 * @param absent who has not submitted, neither alone nor in a group
 * @param strangers names of submissions that are nobody's on the roster
 */
public record Attendance(int people, List<Person> absent, List<String> strangers) {

    public Attendance {
        absent = List.copyOf(absent);
        strangers = List.copyOf(strangers);
    }

    /** Compares a roster with the submissions that were graded, if there are any. */
    public static Attendance of(Roster roster, GradingFolder folder) throws IOException {
        return of(
                roster,
                ResultsFile.latest(folder.results()).stream().map(Result::student).toList());
    }

    /**
     * Compares a roster with submissions.
     *
     * @param students the names of those who submitted
     */
    static Attendance of(Roster roster, List<String> students) {
        return new Attendance(
                roster.people().size(),
                roster.absent(students),
                students.stream()
                        .filter(each -> roster.of(each).isEmpty() && roster.members(each).isEmpty())
                        .toList());
    }

    /** A line for each of them, and how many have submitted. */
    @Override
    public String toString() {
        Stream<String> lines =
                Stream.concat(
                        absent.stream().map(each -> "not submitted: " + printable(each)),
                        strangers.stream()
                                .map(each -> "not on the roster: " + TerminalText.printable(each)));
        return lines.map(line -> line + System.lineSeparator()).collect(Collectors.joining())
                + "%d of %d have submitted%n".formatted(people - absent.size(), people);
    }

    private static String printable(Person person) {
        String mail = person.mail().isEmpty() ? "" : " <" + person.mail() + ">";
        return TerminalText.printable(person.name() + mail);
    }
}
