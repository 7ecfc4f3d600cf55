/**
 * Measures the engine beside llama.cpp, in turns on the same weights. Read {@link
 * openweights.engine.bench.peer.Turns} first, then {@link openweights.engine.bench.peer.PeerBench}.
 */
@NullMarked
package openweights.engine.bench.peer;

import org.jspecify.annotations.NullMarked;
