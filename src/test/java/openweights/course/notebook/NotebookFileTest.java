package openweights.course.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFileTest {

    /**
     * Written by Python's nbformat 5.11.1, with every type of cell and output, unusual line
     * endings, control characters and numbers.
     */
    private static final Path BY_JUPYTER = Path.of("src/test/resources/notebooks/by-jupyter.ipynb");

    @TempDir private Path folder;

    @Test
    void writesTheBytesThatJupyterWrote() throws IOException {
        assertEquals(
                Files.readString(BY_JUPYTER), NotebookFile.text(NotebookFile.read(BY_JUPYTER)));
    }

    @Test
    void multilineTextIsOneString() throws IOException {
        Notebook notebook = NotebookFile.read(BY_JUPYTER);
        Cell.Code code = notebook.code().get(1);
        assertEquals("int x = 1;\nx", code.source());
        assertEquals("one\ntwo", code.outputs().get(0).path("text").asText());
        assertEquals("a\nb", code.outputs().get(2).at("/data/text~1plain").asText());
        assertEquals("<svg>\n</svg>", code.outputs().get(2).at("/data/image~1svg+xml").asText());
    }

    @Test
    void oldCellsGetIdsFromTheirPosition() {
        Notebook notebook =
                NotebookFile.parse(
                        """
                        {"cells": [{"cell_type": "code", "source": ["a\\n", "b"], "metadata": {}},
                                   {"cell_type": "markdown", "source": "c"}],
                         "metadata": {}, "nbformat": 4, "nbformat_minor": 2}\
                        """,
                        "old.ipynb");
        assertEquals(List.of("cell-0", "cell-1"), notebook.cells().stream().map(Cell::id).toList());
        assertEquals("a\nb", notebook.cells().get(0).source());
        assertNull(notebook.code().get(0).executionCount());
    }

    /** papermill keeps its parameters in the metadata, and Python's JSON has numbers of its own. */
    @Test
    void keepsNumbersThatOnlyPythonWrites() {
        String text =
                """
                {
                 "cells": [],
                 "metadata": {
                  "papermill": {
                   "parameters": {
                    "high": Infinity,
                    "lost": NaN,
                    "low": -Infinity
                   }
                  }
                 },
                 "nbformat": 4,
                 "nbformat_minor": 5
                }
                """;
        assertEquals(text, NotebookFile.text(NotebookFile.parse(text, "a.ipynb")));
        assertTrue(refusal("{\"cells\": nan}").contains("Unrecognized token 'nan'"));
    }

    @Test
    void reportsWhyAFileIsNotANotebook() {
        assertEquals(
                "a.ipynb:2:1: not valid JSON: Unexpected character ('<' (code 60)): was expecting double-quote to start field name. The notebook is probably truncated or was merged by hand; restore it.",
                refusal("{\n<<<<<<< HEAD"));
        assertEquals("a.ipynb: not a notebook: it has no list of cells.", refusal("{}"));
        assertEquals("a.ipynb: not a notebook: it has no list of cells.", refusal("[1]"));
        assertTrue(refusal("").startsWith("a.ipynb:1:0: not valid JSON: "), refusal(""));
        assertTrue(refusal("{\"cells\": [], \"cells\": []}").contains("Duplicate field"));
        assertEquals(
                "a.ipynb: found nbformat 3, but 4 is needed. Open the notebook in JupyterLab and save it.",
                refusal("{\"nbformat\": 3, \"cells\": []}"));
        assertEquals(
                "a.ipynb: cell 1 has the type \"heading\", but only code, markdown and raw are known.",
                refusal("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\"}]}"));
    }

    @Test
    void failedWriteLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("a.ipynb/in-the-way")).getParent();
        Notebook notebook = new Notebook(JsonNodeFactory.instance.objectNode(), List.of());
        assertThrows(IOException.class, () -> NotebookFile.write(notebook, taken));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(taken), left.toList());
        }
    }

    @Test
    void writeReplacesTheOldFile() throws IOException {
        Path file = folder.resolve("new/a.ipynb");
        Notebook notebook = NotebookFile.read(BY_JUPYTER);
        NotebookFile.write(notebook, file);
        NotebookFile.write(new Notebook(notebook.metadata(), List.of()), file);
        assertEquals(List.of(), NotebookFile.read(file).cells());
    }

    private static String refusal(String text) {
        return assertThrows(NotebookException.class, () -> NotebookFile.parse(text, "a.ipynb"))
                .getMessage();
    }
}
