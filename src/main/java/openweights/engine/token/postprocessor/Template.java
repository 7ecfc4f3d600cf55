package openweights.engine.token.postprocessor;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Encoding;

/**
 * Special tokens before and after the text: {@code a b -> <s> a b </s>}. Templates for pairs of
 * texts are ignored.
 */
public record Template(List<Integer> before, List<Integer> after) implements PostProcessor {

    static Template read(Part part) {
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        boolean textSeen = false;
        for (Part piece : part.list("single")) {
            if (piece.find("Sequence").isPresent()) {
                requireFirstText(piece.child("Sequence"), textSeen);
                textSeen = true;
            } else {
                (textSeen ? after : before).addAll(ids(piece.child("SpecialToken"), part));
            }
        }
        if (!textSeen) {
            throw part.child("single")
                    .wrong("the template leaves out the text, {\"Sequence\": ...}.");
        }
        return new Template(List.copyOf(before), List.copyOf(after));
    }

    private static void requireFirstText(Part sequence, boolean textSeen) {
        if (textSeen || !sequence.text("id").equals("A")) {
            throw sequence.wrong("a template for a single text names the text A, once.");
        }
    }

    private static List<Integer> ids(Part special, Part template) {
        Part tokens = template.child("special_tokens").child(special.text("id"));
        return tokens.list("ids").stream().map(Template::id).toList();
    }

    /** {@code "cls": ["<s>", 0], "sep": ["</s>", 2]}. */
    static Template around(Part part) {
        return new Template(List.of(pairId(part.child("cls"))), List.of(pairId(part.child("sep"))));
    }

    private static int pairId(Part pair) {
        if (!pair.node().isArray() || pair.node().size() != 2) {
            throw pair.expected("a token and its id, such as [\"<s>\", 0]");
        }
        return id(new Part(pair.file(), pair.path() + "/1", pair.node().get(1)));
    }

    private static int id(Part part) {
        if (!part.node().isInt() || part.node().intValue() < 0) {
            throw part.expected("the id of a token");
        }
        return part.node().intValue();
    }

    @Override
    public Encoding apply(Encoding tokens) {
        Encoding result = new Encoding(tokens.isTraced());
        before.forEach(id -> result.add(id, 0, 0));
        result.addAll(tokens);
        int end = tokens.lastEnd();
        after.forEach(id -> result.add(id, end, end));
        return result;
    }
}
