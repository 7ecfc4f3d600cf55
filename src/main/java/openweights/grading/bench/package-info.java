/**
 * Measures the grader: how many made-up submissions it grades per minute, and whether killing and
 * resuming it changes any result.
 *
 * <p>Reading order: {@link openweights.grading.bench.SyntheticClass}, {@link
 * openweights.grading.bench.GradingBench}, {@link openweights.grading.bench.ResumeCheck}.
 */
@NullMarked
package openweights.grading.bench;

import org.jspecify.annotations.NullMarked;
