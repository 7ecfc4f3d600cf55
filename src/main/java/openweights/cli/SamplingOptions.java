package openweights.cli;

import openweights.generate.Sampling;
import picocli.CommandLine.Option;

/** The settings of a sampler on the command line. */
final class SamplingOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0: always the likeliest. 1: as the model says. Default: 0.8")
    private double temperature = 0.8;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            description = "Only the K likeliest. Default: 0, all")
    private int topK = 0;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Only the likeliest that together have probability P. Default: 1, all")
    private double topP = 1;

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Only those at least P times as likely as the likeliest. Default: 0, all")
    private double minP = 0;

    @Option(
            names = "--repetition-penalty",
            paramLabel = "R",
            description = "Above 1: what the text has already becomes less likely. Default: 1")
    private double repetitionPenalty = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same text. Default: 42")
    private long seed = 42;

    Sampling settings() {
        return new Sampling(repetitionPenalty, temperature, topK, topP, minP, seed);
    }
}
