/**
 * Takes submissions from archives and folders into a place of their own, where every attempt is
 * kept. Nothing in an archive decides where a file is written.
 *
 * <p>Reading order: {@link openweights.course.grade.collect.Collector}, {@link
 * openweights.course.grade.collect.Origin}.
 */
package openweights.course.grade.collect;
