package openweights.grading.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.grading.result.GradingFolder;
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

    /**
     * Compares a roster with what was collected, graded or not yet, and with what was graded.
     *
     * @throws UserException if the roster is empty: then nobody would be missing
     */
    public static Attendance of(Roster roster, GradingFolder folder) throws IOException {
        if (roster.people().isEmpty()) {
            throw new UserException(
                    "%s lists nobody, so nobody can be missing. Read a list first: %s"
                            .formatted(
                                    Roster.file(folder.path().resolveSibling("")),
                                    folder.rosterCommand()));
        }
        Set<String> students = new TreeSet<>(collected(folder.collected()));
        ResultsFile.latest(folder.results()).forEach(each -> students.add(each.student()));
        return of(roster, List.copyOf(students));
    }

    /** Each student's attempts are in a folder of that name. */
    private static List<String> collected(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> students = Files.list(folder)) {
            return students.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
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
