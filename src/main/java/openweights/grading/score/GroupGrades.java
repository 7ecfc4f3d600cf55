package openweights.grading.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import openweights.grading.roster.Person;
import openweights.grading.roster.Roster;

/** Grades of groups, where a platform hands out one submission under the group's name. */
public final class GroupGrades {

    private GroupGrades() {}

    /**
     * A grade for one person.
     *
     * @param name of the person, as a submission of their own would be called
     */
    public record Shared(String name, Grade grade) {}

    /**
     * The grades with each group's replaced by one for each of its members on the roster. Members
     * who have a submission of their own keep its grade.
     */
    public static List<Grade> shared(List<Grade> grades, Roster roster) {
        return named(grades, roster).stream().map(each -> each.grade().of(each.name())).toList();
    }

    /** The same, where each grade keeps the name under which the group handed in. */
    public static List<Shared> named(List<Grade> grades, Roster roster) {
        Set<Person> own = new HashSet<>();
        grades.forEach(grade -> roster.of(grade.student()).ifPresent(own::add));
        List<Shared> shared = new ArrayList<>();
        for (Grade grade : grades) {
            List<Person> members = roster.members(grade.student());
            if (members.isEmpty()) {
                shared.add(new Shared(grade.student(), grade));
            }
            members.stream()
                    .filter(member -> !own.contains(member))
                    .map(member -> new Shared(member.student(), grade))
                    .forEach(shared::add);
        }
        return shared;
    }
}
