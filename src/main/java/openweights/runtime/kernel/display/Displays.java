package openweights.runtime.kernel.display;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import openweights.chart.Illustration;
import openweights.chart.Slider;
import openweights.runtime.doctor.Diagnosis;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Registers with the kernel how values are displayed. */
public final class Displays {

    /**
     * JJava matches the exact class of an array, never one with a superclass as its element type.
     */
    private static final List<Class<?>> ARRAYS =
            List.of(
                    boolean[].class,
                    byte[].class,
                    char[].class,
                    short[].class,
                    int[].class,
                    long[].class,
                    float[].class,
                    double[].class,
                    String[].class,
                    Object[].class,
                    Integer[].class,
                    Long[].class,
                    Float[].class,
                    Double[].class,
                    boolean[][].class,
                    byte[][].class,
                    char[][].class,
                    int[][].class,
                    long[][].class,
                    float[][].class,
                    double[][].class,
                    String[][].class);

    private Displays() {}

    /** Registers a view for each type of value. */
    public static void register(BaseKernel kernel) {
        register(kernel.getRenderer());
    }

    /**
     * Draws the last state of all progress bars and live charts whose loop was left early. Must be
     * called when a statement of a cell has ended, whether normally or not.
     */
    public static void settle() {
        LiveOutput.settleAll();
    }

    static void register(Renderer renderer) {
        FigureView figures = new FigureView();
        view(renderer, Illustration.class, picture -> figures.render(picture.figure()));
        view(renderer, Slider.class, new SliderView());
        view(renderer, Chart.class, FigureView::render);
        view(renderer, INDArray.class, new TensorView());
        view(renderer, Table.class, new TableView());
        view(renderer, Diagnosis.class, new DiagnosisView());
        view(renderer, Column.class, TableView::render);
        view(renderer, Collection.class, new CollectionView()::render);
        view(renderer, Map.class, CollectionView::render);
        ARRAYS.forEach(type -> view(renderer, type, new ArrayView()));
    }

    private static <T> void view(Renderer renderer, Class<T> type, View<? super T> view) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML, MIMEType.TEXT_PLAIN)
                .supporting(MIMEType.IMAGE_PNG)
                .register((value, context) -> show(context, view.render(value)));
    }

    private static void show(RenderContext context, Rendition rendition) {
        put(context.getOutputContainer(), rendition);
    }

    /** Puts in all representations at once; the front end picks the one it prefers. */
    static void put(DisplayData data, Rendition rendition) {
        if (!rendition.html().isEmpty()) {
            data.putHTML(rendition.html());
        }
        rendition.image().ifPresent(image -> putImage(data, image));
        data.putText(rendition.text());
    }

    private static void putImage(DisplayData data, Rendition.Image image) {
        data.putData(
                MIMEType.IMAGE_PNG,
                Base64.getEncoder().encodeToString(image.png()),
                Map.of("width", image.width(), "height", image.height(), "alt", image.alt()));
    }
}
