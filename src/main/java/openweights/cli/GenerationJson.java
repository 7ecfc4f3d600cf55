package openweights.cli;

import openweights.generate.Generation;

/** What {@code generate --json} prints. */
record GenerationJson(
        String text,
        String end,
        int[] prompt,
        int[] ids,
        double gigabytesPerSecond,
        SpeedReport speed) {

    static GenerationJson of(Generation generation, SpeedReport speed) {
        return new GenerationJson(
                generation.text(),
                generation.end().name().toLowerCase(java.util.Locale.ROOT),
                generation.prompt(),
                generation.ids(),
                speed.gigabytesPerSecond(),
                speed);
    }
}
