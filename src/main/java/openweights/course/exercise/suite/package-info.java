/**
 * The tests of an exercise as one suite: compiled in memory, listed before any of them runs, and
 * executed by JUnit.
 *
 * <p>Reading order: {@link openweights.course.exercise.suite.Suite}, {@link
 * openweights.course.exercise.suite.TestCase}, {@link
 * openweights.course.exercise.suite.TestOutcome}.
 */
@NullMarked
package openweights.course.exercise.suite;

import org.jspecify.annotations.NullMarked;
