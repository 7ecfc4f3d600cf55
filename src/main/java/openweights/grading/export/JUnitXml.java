package openweights.grading.export;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;

/**
 * Grades as JUnit's XML, for continuous integration: one suite per student, with the points that
 * count as its properties. Once a person has decided about a question, none of its tests is an
 * error.
 */
public final class JUnitXml {

    /** How JUnit's XML reports a test: each outcome but the first is an element of that name. */
    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Outcome of(Grade grade, TestResult test) {
            if (!test.verdict().isOpen()) {
                return test.verdict() == Verdict.PASS ? PASSED : FAILURE;
            }
            return grade.manual().containsKey(test.question()) ? SKIPPED : ERROR;
        }

        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The file's content. */
    public static String of(Collection<Grade> grades) {
        StringWriter text = new StringWriter();
        try {
            new JUnitXml(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).suites(grades);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private void suites(Collection<Grade> grades) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        for (Grade grade : grades) {
            suite(grade);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(Grade grade) throws XMLStreamException {
        Result result = grade.result();
        xml.writeStartElement("testsuite");
        attribute("name", result.exercise() + "." + result.student());
        attribute("tests", "" + result.tests().size());
        attribute("failures", "" + count(grade, Outcome.FAILURE));
        attribute("errors", "" + count(grade, Outcome.ERROR));
        attribute("skipped", "" + count(grade, Outcome.SKIPPED));
        attribute("time", "" + result.seconds());
        properties(grade);
        for (TestResult test : result.tests()) {
            test(grade, test);
        }
        xml.writeEndElement();
    }

    private void properties(Grade grade) throws XMLStreamException {
        xml.writeStartElement("properties");
        property("points", Grade.format(grade.points()));
        property("points.raw", Grade.format(grade.raw()));
        property("points.max", "" + grade.result().max());
        for (String question : grade.result().questions()) {
            property("points." + question, Grade.format(grade.points(question)));
        }
        for (String note : grade.notes()) {
            property("note", note);
        }
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private static long count(Grade grade, Outcome outcome) {
        return grade.result().tests().stream()
                .filter(test -> Outcome.of(grade, test) == outcome)
                .count();
    }

    private void test(Grade grade, TestResult test) throws XMLStreamException {
        Outcome outcome = Outcome.of(grade, test);
        xml.writeStartElement("testcase");
        attribute("classname", grade.student() + "." + test.question());
        attribute("name", test.test());
        if (outcome == Outcome.SKIPPED) {
            xml.writeEmptyElement(outcome.element());
            attribute("message", "A person has given points for " + test.question() + ".");
        } else if (outcome != Outcome.PASSED) {
            xml.writeEmptyElement(outcome.element());
            attribute("type", test.verdict().name());
            attribute("message", test.message());
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** XML 1.0 allows neither control characters nor unpaired surrogates. */
    private static String legal(String text) {
        return text.replaceAll(
                "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
