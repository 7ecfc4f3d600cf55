package openweights.grading.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import openweights.base.Json;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Manual;

/** All grades for other programs: points, who gave them, lateness, and each result. */
public final class ResultsJson {

    private static final JsonMapper JSON = Json.mapper().build();

    private ResultsJson() {}

    /** An array with one object per student. */
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
