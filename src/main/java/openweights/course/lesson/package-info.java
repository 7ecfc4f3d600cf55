/**
 * From a lesson's text to its notebook: parse, check, compile, run, compare.
 *
 * <p>Reading order: {@link openweights.course.lesson.Course}, {@link
 * openweights.course.lesson.Lesson}, {@code LessonCompiler}, {@link
 * openweights.course.lesson.LessonRunner}, {@link openweights.course.lesson.LessonBatch}.
 */
@NullMarked
package openweights.course.lesson;

import org.jspecify.annotations.NullMarked;
