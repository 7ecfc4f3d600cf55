/**
 * Open weights: a courseware engine in layers. Arrows point down only, and {@code ArchitectureTest}
 * holds them:
 *
 * <ul>
 *   <li>{@code base}: the ground floor; files, hashes, JSON, text, and where the course lies
 *   <li>{@code engine}: opens, runs, trains and changes language models; it knows nothing of the
 *       course
 *   <li>{@code stories}: the corpus that the course's own models learn from, and how well they
 *       learned it
 *   <li>{@code openness}: what a release contains, permits and lacks
 *   <li>{@code chart}, {@code tiny}: pictures, and the network that a lesson builds by hand
 *   <li>{@code runtime}: Python, JupyterLab and the Java kernel
 *   <li>{@code course}: lessons, exercises and pages, made from their sources
 *   <li>{@code grading}: submissions in, points and feedback out
 *   <li>{@code cli}: the commands
 * </ul>
 *
 * <p>No parameter and no result is null unless it is marked {@code @Nullable}.
 */
@NullMarked
package openweights;

import org.jspecify.annotations.NullMarked;
