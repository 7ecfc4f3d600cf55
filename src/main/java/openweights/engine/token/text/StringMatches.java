package openweights.engine.token.text;

/** Matches of a string: {@code "-"} in {@code "a--b"} is found at 1 and at 2. */
final class StringMatches implements Finder.Matches {

    private final String text;
    private final String wanted;
    private int start;
    private int end;

    StringMatches(String text, String wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    @Override
    public boolean next() {
        start = text.indexOf(wanted, end);
        end = start + wanted.length();
        return start >= 0;
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int end() {
        return end;
    }
}
