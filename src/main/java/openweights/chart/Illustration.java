package openweights.chart;

/** What can be shown: a chart that is still being built, or a finished {@link Figure}. */
public sealed interface Illustration permits Figure, Picture {

    /** The finished figure. A chart without a text of its own is described by its data. */
    Figure figure();

    /** This and others side by side, on as many lines as needed; their descriptions are joined. */
    default Figure beside(Illustration... others) {
        Illustration[] all = new Illustration[others.length + 1];
        all[0] = this;
        System.arraycopy(others, 0, all, 1, others.length);
        return Figure.row(all);
    }
}
