/**
 * Grades a batch: each submission runs in the sandbox, tests outside it ask for values, and each
 * test gets one verdict.
 *
 * <p>Reading order: {@link openweights.grading.run.GradingPlan}, {@link
 * openweights.grading.run.Grader}, {@link openweights.grading.run.GradingRun}, {@link
 * openweights.grading.run.Batch}, {@link openweights.grading.run.Regrade}.
 */
@NullMarked
package openweights.grading.run;

import org.jspecify.annotations.NullMarked;
