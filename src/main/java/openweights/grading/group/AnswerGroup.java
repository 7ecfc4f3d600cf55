package openweights.grading.group;

import java.util.List;
import openweights.grading.result.Result;

/**
 * Answers to a question that are equal and had the same outcomes.
 *
 * @param id short, and the same as long as the answers are
 * @param members their results, in the order of names; at least one
 */
public record AnswerGroup(String id, String question, List<Result> members) {

    public AnswerGroup {
        members = List.copyOf(members);
    }

    /** The member that stands for all. */
    public Result first() {
        return members.get(0);
    }
}
