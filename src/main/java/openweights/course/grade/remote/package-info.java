/**
 * The trusted side of the conversation with the processes in the sandbox.
 *
 * <p>Reading order: {@link openweights.course.grade.remote.Conversation}, {@link
 * openweights.course.grade.remote.Workshop}, {@link
 * openweights.course.grade.remote.StudentProcess}, {@link
 * openweights.course.grade.remote.RemoteStudent}.
 */
package openweights.course.grade.remote;
