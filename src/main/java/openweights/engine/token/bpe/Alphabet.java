package openweights.engine.token.bpe;

import java.nio.charset.StandardCharsets;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Utf8;

/**
 * Looks up the characters of a piece. A character that is not in the vocabulary becomes its byte
 * tokens; without those, the unknown token; without that, nothing.
 */
final class Alphabet {

    private final Part model;
    private final Vocabulary vocabulary;
    private final BpeOptions options;
    private final CharacterIds characters;
    private final int[] byteIds = new int[256];

    Alphabet(Part model, Vocabulary vocabulary, BpeOptions options) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.options = options;
        this.characters = new CharacterIds(vocabulary);
        for (int b = 0; b < 256; b++) {
            byteIds[b] = vocabulary.find("<0x%02X>".formatted(b));
        }
    }

    boolean has(int codePoint) {
        return characters.of(codePoint) >= 0;
    }

    /** Adds the tokens of a piece's characters. */
    void spell(String piece, Symbols symbols) {
        int unknownFrom = -1;
        int at = 0;
        for (int i = 0; i < piece.length(); ) {
            int codePoint = piece.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            int end = at + Utf8.length(codePoint);
            int id = id(piece, codePoint, i, next);
            if (id >= 0) {
                unknownFrom = addUnknown(symbols, unknownFrom, at);
                symbols.add(id, at, end);
            } else if (!addBytes(symbols, withAffixes(piece, i, next), at, end)) {
                if (!options.fuseUnknown()) {
                    unknownFrom = addUnknown(symbols, unknownFrom, at);
                }
                unknownFrom = unknownFrom < 0 ? at : unknownFrom;
            }
            i = next;
            at = end;
        }
        addUnknown(symbols, unknownFrom, at);
    }

    private int id(String piece, int codePoint, int from, int to) {
        return options.plainCharacters()
                ? characters.of(codePoint)
                : vocabulary.find(withAffixes(piece, from, to));
    }

    private String withAffixes(String piece, int from, int to) {
        String prefix = from > 0 ? options.prefix() : "";
        String suffix = to == piece.length() ? options.suffix() : "";
        return prefix + piece.substring(from, to) + suffix;
    }

    /** Adds a byte token for each byte, if all of them are in the vocabulary. */
    private boolean addBytes(Symbols symbols, String character, int start, int end) {
        if (!options.byteFallback()) {
            return false;
        }
        byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (byteIds[b & 0xFF] < 0) {
                return false;
            }
        }
        for (int k = 0; k < bytes.length; k++) {
            int from = Math.min(start + k, end - 1);
            symbols.add(byteIds[bytes[k] & 0xFF], from, from + 1);
        }
        return true;
    }

    /** Ends the run of unknown characters that began at {@code from}, if any; returns -1. */
    private int addUnknown(Symbols symbols, int from, int to) {
        if (from >= 0 && options.unknown().isPresent()) {
            symbols.add(unknownId(options.unknown().get()), from, to);
        }
        return -1;
    }

    private int unknownId(String token) {
        int id = vocabulary.find(token);
        if (id < 0) {
            throw model.wrong(
                    "the text contains a character that is not in the vocabulary, and neither is the unk_token \""
                            + token
                            + "\".");
        }
        return id;
    }
}
