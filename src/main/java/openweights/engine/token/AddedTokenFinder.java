package openweights.engine.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import openweights.engine.token.text.Kind;
import openweights.engine.token.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text at added tokens: {@code "a<s>b"} is {@code a}, the token {@code <s>}, {@code b}. At
 * each place, the longest token matches.
 */
final class AddedTokenFinder {

    /**
     * A node of the trie of all contents: which characters can follow, and which token ends here.
     */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable AddedToken token;
    }

    private final Node root = new Node();

    /**
     * @param form the normalization that the text has been through before it is searched
     */
    AddedTokenFinder(List<AddedToken> tokens, Function<String, String> form) {
        for (AddedToken token : tokens) {
            Node node = root;
            for (char c : form.apply(token.content()).toCharArray()) {
                node = node.next.computeIfAbsent(c, key -> new Node());
            }
            if (node != root && node.token == null) {
                node.token = token;
            }
        }
    }

    /** Passes on the added tokens and the text between them, in order. */
    void split(
            Text text,
            SpecialTokenFilter filter,
            ObjIntConsumer<Text> onToken,
            Consumer<Text> between) {
        if (root.next.isEmpty()) {
            pass(text, 0, text.chars().length(), between);
            return;
        }
        String chars = text.chars();
        int done = 0;
        for (int at = 0; at < chars.length(); ) {
            int end = longestMatch(text, at, filter);
            AddedToken token = end < 0 ? null : tokenOf(chars, at, end);
            if (token != null && (!token.singleWord() || standsAlone(chars, at, end))) {
                int start = token.stripLeft() ? Math.max(done, spacesBefore(chars, at)) : at;
                int stop = token.stripRight() ? spacesAfter(chars, end) : end;
                pass(text, done, start, between);
                // Nothing is left of a token of spaces if the token before it took them.
                if (start < stop) {
                    onToken.accept(text.slice(start, stop), token.id());
                }
                done = stop;
            }
            at = Math.max(at + 1, end);
        }
        pass(text, done, chars.length(), between);
    }

    private static void pass(Text text, int from, int to, Consumer<Text> between) {
        if (from < to) {
            between.accept(text.slice(from, to));
        }
    }

    /** The end of the longest token that begins at {@code at}, or -1. */
    private int longestMatch(Text text, int at, SpecialTokenFilter filter) {
        String chars = text.chars();
        Node node = root;
        int end = -1;
        for (int i = at; i < chars.length(); i++) {
            node = node.next.get(chars.charAt(i));
            if (node == null) {
                break;
            }
            AddedToken token = node.token;
            boolean found = token != null && (!token.special() || filter.accepts(text, at, i + 1));
            end = found ? i + 1 : end;
        }
        return end;
    }

    private @Nullable AddedToken tokenOf(String chars, int from, int to) {
        Node node = root;
        for (int i = from; i < to; i++) {
            node = Objects.requireNonNull(node.next.get(chars.charAt(i)));
        }
        return node.token;
    }

    private static boolean standsAlone(String chars, int from, int to) {
        return (from == 0 || !Kind.isWord(chars.codePointBefore(from)))
                && (to == chars.length() || !Kind.isWord(chars.codePointAt(to)));
    }

    private static int spacesBefore(String chars, int at) {
        int start = at;
        while (start > 0 && Kind.isSpace(chars.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int spacesAfter(String chars, int end) {
        int stop = end;
        while (stop < chars.length() && Kind.isSpace(chars.charAt(stop))) {
            stop++;
        }
        return stop;
    }
}
