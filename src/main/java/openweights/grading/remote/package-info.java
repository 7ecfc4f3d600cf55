/**
 * The trusted side of the conversation with the processes in the sandbox.
 *
 * <p>Reading order: {@link openweights.grading.remote.Conversation}, {@link
 * openweights.grading.remote.ExecutionEnvironment}, {@link
 * openweights.grading.remote.StudentProcess}, {@link openweights.grading.remote.RemoteStudent}.
 */
@NullMarked
package openweights.grading.remote;

import org.jspecify.annotations.NullMarked;
