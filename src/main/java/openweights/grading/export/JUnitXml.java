package openweights.grading.export;

import java.io.StringWriter;
import java.util.Collection;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;

/**
 * Results as the XML that continuous integration reads: a suite for each student, with what counts
 * in the end as its properties. Of a question that a person has settled no test is an error.
 */
public final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

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
        attribute("failures", "" + count(grade, "failure"));
        attribute("errors", "" + count(grade, "error"));
        attribute("skipped", "" + count(grade, "skipped"));
        attribute("time", "" + result.seconds());
        properties(grade);
        for (TestResult test : result.tests()) {
            test(grade, test);
        }
        xml.writeEndElement();
    }

    private void properties(Grade grade) throws XMLStreamException {
        xml.writeStartElement("properties");
        property("points", Grade.words(grade.points()));
        property("points.raw", Grade.words(grade.raw()));
        property("points.max", "" + grade.result().max());
        for (String question : grade.result().questions()) {
            property("points." + question, Grade.words(grade.points(question)));
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

    private static long count(Grade grade, String outcome) {
        return grade.result().tests().stream()
                .filter(test -> outcome(grade, test).equals(outcome))
                .count();
    }

    /** The element that says how a test ended; empty if it passed. */
    private static String outcome(Grade grade, TestResult test) {
        if (!test.verdict().isOpen()) {
            return test.verdict() == Verdict.PASS ? "" : "failure";
        }
        return grade.manual().containsKey(test.question()) ? "skipped" : "error";
    }

    private void test(Grade grade, TestResult test) throws XMLStreamException {
        String outcome = outcome(grade, test);
        xml.writeStartElement("testcase");
        attribute("classname", grade.student() + "." + test.question());
        attribute("name", test.test());
        if (outcome.equals("skipped")) {
            xml.writeEmptyElement(outcome);
            attribute("message", "A person has given points for " + test.question() + ".");
        } else if (!outcome.isEmpty()) {
            xml.writeEmptyElement(outcome);
            attribute("type", test.verdict().name());
            attribute("message", test.message());
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** XML 1.0 knows no control characters and no halves of surrogate pairs. */
    private static String legal(String text) {
        return text.replaceAll(
                "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
