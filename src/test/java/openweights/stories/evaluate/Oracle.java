package openweights.stories.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.engine.generate.Sampler;
import openweights.engine.generate.Tokens;
import openweights.stories.corpus.Facts;
import openweights.stories.corpus.Stories;

/** The best possible candidate: it knows the grammar. Each word is a token. */
final class Oracle implements Candidate {

    private static final Pattern WORD = Pattern.compile("\\w+|[.,?]");

    private static final String END = "";

    private final Stories corpus;
    private final List<String> words = new ArrayList<>();

    Oracle(Stories corpus) {
        this.corpus = corpus;
        words.add(END);
        words.addAll(Facts.of(corpus, 2000).vocabulary());
    }

    @Override
    public int[] ids(String text) {
        List<Integer> ids = new ArrayList<>(List.of(0));
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            ids.add(words.indexOf(matcher.group()));
        }
        ids.add(0);
        return ids.stream().mapToInt(id -> id).toArray();
    }

    @Override
    public String text(int[] ids, int count) {
        StringBuilder text = new StringBuilder();
        for (int t = 1; t < count; t++) {
            String word = words.get(ids[t]);
            text.append(Character.isLetter(word.charAt(0)) ? " " : "").append(word);
        }
        return text.toString().strip();
    }

    @Override
    public int next(String text, String word) {
        return words.indexOf(word.strip());
    }

    @Override
    public float[][] logProbabilities(int[] ids) {
        float[][] rows = new float[ids.length - 1][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = row(text(ids, t + 1));
        }
        return rows;
    }

    private float[] row(String text) {
        float[] row = new float[words.size()];
        Arrays.fill(row, Float.NEGATIVE_INFINITY);
        Map<String, Double> next = corpus.next(text);
        next.forEach((word, p) -> row[next(text, word)] = (float) Math.log(p));
        return row;
    }

    @Override
    public String write(String prompt, Sampler sampler) {
        StringBuilder text = new StringBuilder(prompt);
        while (true) {
            float[] row = row(text.toString());
            String word = words.get(sampler.pick(row, Tokens.of()));
            if (word.equals(END)) {
                return text.substring(prompt.length()).strip();
            }
            boolean blank = Character.isLetter(word.charAt(0)) && text.length() > 0;
            text.append(blank ? " " : "").append(word);
        }
    }
}
