package openweights.engine.inspect;

import java.util.stream.Stream;
import openweights.base.UserException;

/** Ids of tokens as people write them. */
public final class TokenIds {

    private TokenIds() {}

    /**
     * Reads ids such as {@code 1 403 407} or {@code [1, 403, 407]}.
     *
     * @throws UserException if something in the text is not a whole number
     */
    public static int[] parse(String text) {
        return Stream.of(text.strip().split("[\\s,\\[\\]]+"))
                .filter(number -> !number.isEmpty())
                .mapToInt(TokenIds::id)
                .toArray();
    }

    private static int id(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new UserException(
                    "\"" + number + "\" is not the id of a token. Give numbers, such as 1 403.", e);
        }
    }
}
