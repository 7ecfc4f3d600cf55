package openweights.grading.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openweights.base.Csv;
import openweights.base.UserException;

/**
 * Reads a platform's list of students: Canvas's gradebook, Moodle's participants, gradebook, or
 * grading worksheet, Gradescope's roster, or a table of one's own. Columns are found by their
 * titles; the others are left out and named.
 *
 * @param people in the order of the table
 * @param unused titles of columns that say nothing about who a student is
 */
public record RosterImport(List<Person> people, List<String> unused) {

    private enum Field {
        NAME("name", "student", "full name", "user full name", "vollständiger name", "nom complet"),
        FIRST("first name", "vorname", "prénom", "nombre"),
        LAST("last name", "surname", "nachname", "nom", "nom de famille", "apellido(s)"),
        ID(
                "id",
                "sid",
                "identifier",
                "id number",
                "id-nummer",
                "identifiant",
                "student id",
                "identificador"),
        LOGIN("sis login id", "login", "username", "user name", "anmeldename", "nom d'utilisateur"),
        MAIL(
                "email",
                "email address",
                "e-mail",
                "mail",
                "e-mail-adresse",
                "adresse de courriel",
                "dirección de correo"),
        GROUP("group", "groups", "gruppe", "gruppen", "groupe", "groupes", "grupo", "group_name");

        private final List<String> titles;

        Field(String... titles) {
            this.titles = List.of(titles);
        }
    }

    public RosterImport {
        people = List.copyOf(people);
        unused = List.copyOf(unused);
    }

    /**
     * Reads a platform's list and writes it as the roster, which it replaces.
     *
     * @param roster the roster's file
     * @return titles of columns that say nothing about who a student is
     * @throws UserException if the list has no column with names
     */
    public static List<String> replace(Path roster, Path list) throws IOException {
        RosterImport read = read(list.toString(), Csv.text(Files.readAllBytes(list)));
        new Roster(read.people()).write(roster);
        return read.unused();
    }

    /**
     * Reads the list.
     *
     * @param file what messages call it
     * @throws UserException if it has no column with names; the message says what was found
     */
    public static RosterImport read(String file, String text) {
        List<List<String>> rows = Csv.rows(file, text);
        if (rows.isEmpty()) {
            throw new UserException(file + " is empty. Export it from the platform again.");
        }
        List<String> titles = rows.get(0);
        Table table = new Table(titles);
        if (!table.has(Field.NAME) && !(table.has(Field.FIRST) && table.has(Field.LAST))) {
            throw new UserException(
                    "%s has no column with names, such as Name, Student, or First name and Last name; found: %s."
                            .formatted(file, String.join(", ", titles)));
        }
        List<Person> people = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Person person = table.person(row);
            if (!person.name().isEmpty() && !isOfTheTable(person.name())) {
                people.add(person);
            }
        }
        return new RosterImport(withoutRepeats(file, people), table.unused());
    }

    /** A platform may list a student once for each section; a bare name may be of two people. */
    private static List<Person> withoutRepeats(String file, List<Person> people) {
        List<Person> all = new ArrayList<>();
        Map<Person, Integer> known = new HashMap<>();
        for (Person each : people) {
            Integer before = each.keys().isEmpty() ? null : known.get(each.in(""));
            if (before == null) {
                known.put(each.in(""), all.size());
                all.add(each);
            } else {
                all.set(before, each.in(group(file, all.get(before), each)));
            }
        }
        return all;
    }

    private static String group(String file, Person one, Person other) {
        if (one.group().isEmpty() || other.group().isEmpty() || one.group().equals(other.group())) {
            return one.group().isEmpty() ? other.group() : one.group();
        }
        throw new UserException(
                "%s: %s is in two groups, \"%s\" and \"%s\". Take one of the rows out."
                        .formatted(file, one.name(), one.group(), other.group()));
    }

    /** Canvas adds a row of maximal points and a student for tests. */
    private static boolean isOfTheTable(String name) {
        return name.equals("Points Possible") || name.equals("Test Student");
    }

    private record Table(List<String> titles) {

        private int column(Field field) {
            for (String title : field.titles) {
                for (int i = 0; i < titles.size(); i++) {
                    if (titles.get(i).strip().toLowerCase(Locale.ROOT).equals(title)) {
                        return i;
                    }
                }
            }
            return -1;
        }

        private boolean has(Field field) {
            return column(field) >= 0;
        }

        private String value(List<String> row, Field field) {
            int at = column(field);
            return at < 0 || at >= row.size() ? "" : row.get(at).strip();
        }

        private Person person(List<String> row) {
            String full = value(row, Field.NAME);
            String name =
                    full.isEmpty()
                            ? (value(row, Field.FIRST) + " " + value(row, Field.LAST)).strip()
                            : inOrder(full);
            return new Person(
                    name,
                    value(row, Field.ID).replaceFirst("^\\p{L}[^\\d@_]*(?=\\d+$)", ""),
                    value(row, Field.LOGIN),
                    value(row, Field.MAIL),
                    value(row, Field.GROUP));
        }

        /** Canvas writes {@code Last, First}. */
        private static String inOrder(String name) {
            String[] parts = name.split(",\\s*");
            return parts.length == 2 ? parts[1] + " " + parts[0] : name;
        }

        private List<String> unused() {
            List<String> unused = new ArrayList<>(titles);
            for (Field field : Field.values()) {
                if (has(field)) {
                    unused.remove(titles.get(column(field)));
                }
            }
            unused.removeIf(String::isBlank);
            return unused;
        }
    }
}
