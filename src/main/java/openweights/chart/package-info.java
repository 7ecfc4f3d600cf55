/**
 * Pictures with a text alternative: a {@link openweights.chart.Figure} is something painted and
 * what it says in words. Read {@code Figure} first, then {@code LineChart}; the other kinds follow
 * the same pattern, a builder whose last call is {@code alt}. {@code Theme} holds the look.
 */
@NullMarked
package openweights.chart;

import org.jspecify.annotations.NullMarked;
