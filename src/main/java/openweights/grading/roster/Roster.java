package openweights.grading.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.base.Csv;
import openweights.base.PrivateFile;
import openweights.base.PrivateFolder;
import org.jspecify.annotations.Nullable;

/** The students of a course, {@code roster.csv} beside the folders of the exercises. */
public final class Roster {

    private static final String FILE = "roster.csv";

    private final List<Person> people;
    private final Map<String, Person> byKey = new HashMap<>();
    private final Map<String, Person> byName = new HashMap<>();

    public Roster(List<Person> people) {
        this.people = List.copyOf(people);
        Set<String> twice = new HashSet<>();
        for (Person person : people) {
            person.keys().forEach(key -> byKey.putIfAbsent(folded(key), person));
            if (byName.put(folded(person.name()), person) != null) {
                twice.add(folded(person.name()));
            }
        }
        byName.keySet().removeAll(twice);
    }

    /** Where the roster of a folder of gradings is. */
    public static Path file(Path grading) {
        return grading.resolve(FILE);
    }

    /** Reads a roster; it is empty if there is no file. */
    public static Roster read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Roster(List.of());
        }
        String text = Csv.text(Files.readAllBytes(file));
        return new Roster(Csv.read(file.toString(), text, Person.class));
    }

    /** Writes the roster. */
    public void write(Path file) throws IOException {
        PrivateFolder.createMissing(file.toAbsolutePath().resolveSibling(""));
        PrivateFile.write(file, Csv.write(Person.class, people));
    }

    /** Everybody, in the order of the list. */
    public List<Person> people() {
        return people;
    }

    /**
     * Whom the name of a submission means: the number, login, or mail address is the name or a part
     * of it after a {@code _}; otherwise the person's name is the part before the last {@code _},
     * if only one has it.
     */
    public Optional<Person> of(String student) {
        @Nullable Person found = byKey.get(folded(student));
        for (int at = student.indexOf('_'); found == null && at >= 0; ) {
            found = byKey.get(folded(student.substring(at + 1)));
            at = student.indexOf('_', at + 1);
        }
        if (found == null) {
            int end = student.lastIndexOf('_');
            found = byName.get(folded(end < 0 ? student : student.substring(0, end)));
        }
        return Optional.ofNullable(found);
    }

    /** Everybody from whom none of these submissions is, neither alone nor through the group. */
    public List<Person> absent(Collection<String> students) {
        Set<Person> present = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (String student : students) {
            groups.add(folded(student));
            of(student).ifPresent(present::add);
        }
        return people.stream()
                .filter(person -> !present.contains(person))
                .filter(
                        person ->
                                person.group().isBlank()
                                        || !groups.contains(folded(person.group())))
                .toList();
    }

    /** The members of the group that has this name; none if there is no such group. */
    public List<Person> members(String group) {
        return people.stream()
                .filter(person -> !person.group().isBlank())
                .filter(person -> folded(person.group()).equals(folded(group)))
                .toList();
    }

    private static String folded(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
