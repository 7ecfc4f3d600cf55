package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import openweights.base.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs as they appear on the page, the only place where everything comes together. */
class DisplayInBrowserIT {

    private static final String CELL =
            """
            {"cell_type": "code", "id": "cell-%d", "metadata": {}, "outputs": [], "execution_count": null,
             "source": "%s"}""";

    private static final String NOTEBOOK =
            """
            {"nbformat": 4, "nbformat_minor": 5, "cells": [%s],
             "metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "openweights"}}}""";

    @TempDir Path folder;

    private final Home project = Home.locate();
    private LabServer lab;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        Tools.require(project);
        lab = LabServer.start(project, "JupyterLab Dark");
        browser = Browser.start();
    }

    @AfterEach
    void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void showsEachTypeOfOutputWithItsText() throws IOException {
        NotebookPage page =
                run(
                        "LineChart.of(\\\"t\\\").line(\\\"l\\\", 1, 4, 9).alt(\\\"It rises.\\\")",
                        "Nd4j.ones(2, 3)",
                        "Table.create(\\\"<t>\\\", IntColumn.create(\\\"n\\\", 1, 2))",
                        "for (int i : Progress.of(\\\"Counting\\\", 50)) { Thread.sleep(5); }");
        assertEquals(List.of(), page.errors());
        assertEquals(List.of(new NotebookPage.Image("It rises.", 1280L)), page.images(1));
        assertEquals(
                List.of("INDArray: shape [2, 3], type FLOAT, rank 2", "<t> (2 rows × 1 column)"),
                page.captions());
        assertTrue(page.outputs().contains("✓ Counting: 50 of 50"), page.outputs().toString());
    }

    @Test
    void reportsChartWithoutAltText() throws IOException {
        NotebookPage page =
                run(
                        "XYChart c = new XYChart(300, 200); c.addSeries(\\\"s\\\", new double[] {1, 2}); c",
                        "throw new IllegalStateException(\\\"boom\\\");");
        assertTrue(page.images(1).get(0).alt().startsWith("[chart without alt text]"));
        assertTrue(page.errors().get(0).contains("boom"), "errors are seen: " + page.errors());
    }

    private NotebookPage run(String... cells) throws IOException {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            joined.append(i == 0 ? "" : ", ").append(CELL.formatted(i, cells[i]));
        }
        Path notebook = folder.resolve("outputs.ipynb");
        Files.writeString(notebook, NOTEBOOK.formatted(joined));
        lab.add(notebook);
        NotebookPage page = NotebookPage.open(browser, lab, notebook);
        page.runAll(Duration.ofMinutes(2));
        return page;
    }
}
