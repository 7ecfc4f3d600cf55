package openweights.grading.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import openweights.base.Sha256;
import openweights.grading.result.Result;

/** Groups equal answers. Normal forms are kept, because computing them takes a compiler. */
public final class AnswerGroups {

    private static final int ID_LENGTH = 10;

    /** Reads what a student wrote. */
    public interface Reader {

        /** The code of the answer and of the cells that the student added; empty if it is gone. */
        Optional<String> code(Result result, String question);
    }

    private final Reader reader;
    private final Map<String, String> forms = new ConcurrentHashMap<>();

    public AnswerGroups(Reader reader) {
        this.reader = reader;
    }

    /** The groups of a question, the largest first; an answer that is gone is alone. */
    public List<AnswerGroup> of(Collection<Result> results, String question) {
        Map<String, List<Result>> byForm = new LinkedHashMap<>();
        for (Result result : results) {
            byForm.computeIfAbsent(key(result, question), key -> new ArrayList<>()).add(result);
        }
        return byForm.entrySet().stream()
                .map(
                        each ->
                                new AnswerGroup(
                                        Sha256.of(each.getKey()).substring(0, ID_LENGTH),
                                        question,
                                        each.getValue()))
                .sorted(
                        Comparator.comparing((AnswerGroup group) -> -group.members().size())
                                .thenComparing(group -> group.first().student()))
                .toList();
    }

    private String key(Result result, String question) {
        String outcomes =
                result.tests().stream()
                        .filter(test -> test.question().equals(question))
                        .map(test -> test.test() + " " + test.verdict() + " " + test.points())
                        .collect(Collectors.joining("\n"));
        String form =
                reader.code(result, question)
                        .map(code -> forms.computeIfAbsent(code, NormalForm::of))
                        .orElse(result.student() + "\n" + result.submission());
        return question + "\n" + outcomes + "\n" + form;
    }
}
