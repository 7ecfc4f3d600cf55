package openweights.openness.framework;

import openweights.openness.license.Answer;

/** A requirement of a framework, whether it is met, and why. */
public record Criterion(String name, Answer met, String reason) {}
