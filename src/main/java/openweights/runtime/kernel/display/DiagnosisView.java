package openweights.runtime.kernel.display;

import java.util.List;
import openweights.runtime.doctor.Diagnosis;
import openweights.runtime.doctor.Finding;
import openweights.runtime.kernel.display.Grid.Cell;

/** The doctor's findings, one row per check. */
final class DiagnosisView implements View<Diagnosis> {

    @Override
    public Rendition render(Diagnosis diagnosis) {
        List<Finding> findings = diagnosis.findings();
        List<Cell> columns = List.of(Cell.text("found"), Cell.text("what to do"));
        List<Cell> names = findings.stream().map(row -> Cell.text(row.check())).toList();
        List<List<Cell>> cells = findings.stream().map(DiagnosisView::row).toList();
        String html = new Grid(caption(diagnosis), columns, names, cells, "").html();
        return Rendition.of(html, diagnosis.toString());
    }

    private static String caption(Diagnosis diagnosis) {
        return diagnosis.fine()
                ? "This computer is ready for the course"
                : "This computer is not ready for the course yet";
    }

    private static List<Cell> row(Finding row) {
        String fix = row.fine() ? "nothing" : row.fix();
        return List.of(Cell.text(row.found()), Cell.text(fix));
    }
}
