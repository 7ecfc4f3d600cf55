package openweights.runtime.kernel.display;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Where outputs that change while a cell runs are drawn. */
interface Screen {

    /** Ignores everything, for code that runs outside a notebook. */
    Screen NOWHERE = (id, rendition, first) -> {};

    /**
     * Shows a rendition, or replaces what the same id showed before.
     *
     * @param first whether nothing has been shown under this id yet
     */
    void draw(String id, Rendition rendition, boolean first);

    /** The notebook if this code runs inside a kernel, otherwise {@link #NOWHERE}. */
    static Screen current() {
        try {
            return new Notebook(BaseKernel.notebookKernel());
        } catch (NullPointerException | NoClassDefFoundError noKernelHere) {
            return NOWHERE;
        }
    }
}
