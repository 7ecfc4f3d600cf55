package openweights.grading.roster;

import java.util.List;

/**
 * A student on the roster. Any field but the name may be empty.
 *
 * @param id the platform's number
 * @param login name with which the student signs in
 * @param group whose members share submissions
 */
public record Person(String name, String id, String login, String mail, String group) {

    /** The same person in a group; empty for none. */
    Person in(String other) {
        return new Person(name, id, login, mail, other);
    }

    /** What submissions would call the student: the name, and what tells it from the same name. */
    public String student() {
        return keys().isEmpty() ? name : name + "_" + keys().get(0);
    }

    /** By what names of submissions may call the student. */
    List<String> keys() {
        return List.of(id, login, mail).stream().filter(key -> !key.isBlank()).toList();
    }
}
