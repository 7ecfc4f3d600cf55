package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import openweights.base.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs as they appear on the page, the only place where everything comes together. */
class DisplayInBrowserIT {

    private static final String CELL =
            """
            {"cell_type": "code", "id": "cell-%d", "metadata": %s, "outputs": [], "execution_count": null,
             "source": "%s"}""";

    private static final String NOTEBOOK =
            """
            {"nbformat": 4, "nbformat_minor": 5, "cells": [%s],
             "metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "openweights"}}}""";

    /** The outputs that are wider or higher than their box. */
    private static final String SCROLLING =
            """
            return [...document.querySelectorAll('.jp-OutputArea-output')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
                .map(e => e.innerText);
            """;

    private static final String SAYS =
            "getComputedStyle(document.querySelector('.jp-PlaceholderText'), '::before').content";

    @TempDir Path folder;

    private static final Home PROJECT = Home.locate();
    private static LabServer lab;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Tools.require(PROJECT);
        lab = LabServer.start(PROJECT, "JupyterLab Dark");
        browser = Browser.start();
    }

    @AfterAll
    static void close() throws IOException {
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

        page.resize(400, 800);
        page.await("return document.querySelector('#jp-left-stack').offsetWidth === 0");
        assertEquals(List.of(), page.ask(SCROLLING), "an output scrolls in its box");
    }

    @Test
    void aCollapsedCellSaysThatItRuns() throws IOException {
        Path go = folder.resolve("go");
        NotebookPage page =
                open(
                        "{\"jupyter\": {\"source_hidden\": true}}",
                        "while (!Files.exists(Path.of(\\\"" + go + "\\\"))) Thread.sleep(20);",
                        "1");
        page.startAll();
        page.await("return " + SAYS + " === '\"running … \"'");
        Files.createFile(go);
        page.awaitEnd(Duration.ofMinutes(1));
        page.await("return " + SAYS + " === 'none'");
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
        NotebookPage page = open("{}", cells);
        page.runAll(Duration.ofMinutes(2));
        return page;
    }

    /**
     * @param metadata of the first cell
     */
    private NotebookPage open(String metadata, String... cells) throws IOException {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            joined.append(i == 0 ? "" : ", ")
                    .append(CELL.formatted(i, i == 0 ? metadata : "{}", cells[i]));
        }
        Path notebook = folder.resolve(folder.getFileName() + ".ipynb");
        Files.writeString(notebook, NOTEBOOK.formatted(joined));
        lab.add(notebook);
        NotebookPage page = NotebookPage.open(browser, lab, notebook);
        page.resize(1100, 1000);
        return page;
    }
}
