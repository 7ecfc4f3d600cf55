/**
 * Grades a batch: every submission is run in the sandbox and asked for values by tests outside of
 * it, and every test gets one verdict. Read {@link openweights.grading.run.GradingPlan}, {@link
 * openweights.grading.run.Grader}, {@link openweights.grading.run.GradingRun} and {@link
 * openweights.grading.run.Batch}, in this order.
 */
@NullMarked
package openweights.grading.run;

import org.jspecify.annotations.NullMarked;
