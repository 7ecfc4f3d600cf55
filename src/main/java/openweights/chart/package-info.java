/**
 * Charts with text alternatives: a {@link openweights.chart.Figure} is a painting and its
 * description. Read {@code Figure} first, then {@code LineChart}. The other charts follow the same
 * pattern, a builder whose last call is {@code alt}; for each there is a package-private {@code
 * …Painting} that draws it. {@code Theme} defines the common look. A {@code Slider} holds several
 * figures, of which a reader sees one.
 */
@NullMarked
package openweights.chart;

import org.jspecify.annotations.NullMarked;
