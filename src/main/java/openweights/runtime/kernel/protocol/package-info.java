/**
 * Replies to what front ends ask beside running cells: completion, help, history, and what kind of
 * kernel this is. JJava's own replies lack parts of Jupyter's protocol. Read {@code FrontEnd}
 * first.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging in
 *     Jupyter</a>
 */
@NullMarked
package openweights.runtime.kernel.protocol;

import org.jspecify.annotations.NullMarked;
