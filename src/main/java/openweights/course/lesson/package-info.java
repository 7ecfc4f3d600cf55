/**
 * From a lesson's text to its notebook: parse, check, compile, run, compare.
 *
 * <p>Reading order: {@link openweights.course.lesson.Course}, {@link
 * openweights.course.lesson.Lesson}, {@link openweights.course.lesson.LessonCompiler}.
 */
@NullMarked
package openweights.course.lesson;

import org.jspecify.annotations.NullMarked;
