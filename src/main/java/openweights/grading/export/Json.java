package openweights.grading.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Manual;

/** What counts for all students, for programs: points, who gave them, lateness, and each result. */
public final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    public static ArrayNode of(Collection<Grade> grades) {
        ArrayNode all = JSON.createArrayNode();
        grades.forEach(grade -> all.add(grade(grade)));
        return all;
    }

    private static ObjectNode grade(Grade grade) {
        ObjectNode json = JSON.createObjectNode();
        json.put("student", grade.student());
        json.put("points", grade.points()).put("raw", grade.raw());
        json.put("max", grade.result().max()).put("open", grade.isOpen());
        ArrayNode questions = json.putArray("questions");
        grade.result().questions().forEach(question -> questions.add(question(grade, question)));
        json.set("lateness", JSON.valueToTree(grade.lateness()));
        json.set("result", JSON.valueToTree(grade.result()));
        return json;
    }

    private static ObjectNode question(Grade grade, String question) {
        ObjectNode json = JSON.createObjectNode();
        json.put("question", question);
        json.put("points", grade.points(question)).put("max", grade.result().max(question));
        Manual given = grade.manual().get(question);
        if (given != null) {
            json.putObject("manual").put("points", given.points()).put("comment", given.comment());
        }
        return json;
    }
}
