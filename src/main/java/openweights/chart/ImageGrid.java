package openweights.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Numbers;

/**
 * Small images side by side, each with a caption: what goes into a network, or what its weights
 * look like. Images share one scale. They are ink on white; with {@link #range} negative values are
 * blue, zero is white, positive values are orange.
 *
 * <pre>{@code
 * ImageGrid.of("Digits").image("0", digits.image(0)).image("1", digits.image(1))
 * }</pre>
 */
public final class ImageGrid extends Picture<ImageGrid> {

    private final List<CaptionedImage> images = new ArrayList<>();
    private int perRow = 10;
    private double range;

    private ImageGrid(String title) {
        super(title);
    }

    public static ImageGrid of(String title) {
        return new ImageGrid(title);
    }

    /**
     * Adds an image.
     *
     * @param caption what stands below it
     * @param values its pixels, row by row; they are copied
     */
    public ImageGrid image(String caption, double[][] values) {
        if (values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException(
                    "An image needs at least one row and one column; \""
                            + caption
                            + "\" has none.");
        }
        double[][] copy = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        images.add(new CaptionedImage(caption, copy));
        return this;
    }

    /** Sets how many images stand in a row; the default is 10. */
    public ImageGrid perRow(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A row needs at least one image, not " + count + ".");
        }
        perRow = count;
        return this;
    }

    /** Shows signed values, with full color at -limit and +limit. */
    public ImageGrid range(double limit) {
        range = limit;
        return this;
    }

    @Override
    Painting painting() {
        if (images.isEmpty()) {
            throw new IllegalStateException("The grid has no images. Add some with image(…).");
        }
        ColorScale colors =
                range > 0 ? ColorScale.diverging(range) : ColorScale.sequential(0, largest());
        return new ImageGridPainting(title, List.copyOf(images), perRow, colors, range > 0);
    }

    @Override
    Dimension naturalSize() {
        return ImageGridPainting.naturalSize(title, images.size(), perRow, range > 0);
    }

    private double largest() {
        double largest = images.stream().mapToDouble(CaptionedImage::largest).max().orElse(0);
        return largest > 0 ? largest : 1;
    }

    @Override
    String description() {
        CaptionedImage first = images.get(0);
        String size = first.values().length + " by " + first.values()[0].length;
        String captions =
                images.stream()
                        .map(CaptionedImage::caption)
                        .filter(caption -> !caption.isBlank())
                        .collect(Collectors.joining(", "));
        return "%s of %s pixels%s. Largest value %s."
                .formatted(
                        images.size() == 1 ? "One image" : images.size() + " images",
                        size,
                        captions.isEmpty() ? "" : ": " + captions,
                        Numbers.brief(largest()));
    }

    @Override
    ImageGrid self() {
        return this;
    }
}
