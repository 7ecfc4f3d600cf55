package openweights.course.grade.export;

import java.io.StringWriter;
import java.util.Collection;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import openweights.course.grade.Result;
import openweights.course.grade.TestResult;
import openweights.course.grade.Verdict;

/** Results as the XML that continuous integration reads: a suite for each student. */
public final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(Collection<Result> results) {
        StringWriter text = new StringWriter();
        try {
            new JUnitXml(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).suites(results);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private void suites(Collection<Result> results) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        for (Result result : results) {
            suite(result);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(Result result) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", result.exercise() + "." + result.student());
        attribute("tests", "" + result.tests().size());
        attribute("failures", "" + count(result, false));
        attribute("errors", "" + count(result, true));
        attribute("time", "" + result.seconds());
        for (TestResult test : result.tests()) {
            test(result, test);
        }
        xml.writeEndElement();
    }

    private static long count(Result result, boolean open) {
        return result.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASS && test.verdict().isOpen() == open)
                .count();
    }

    private void test(Result result, TestResult test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", result.student() + "." + test.question());
        attribute("name", test.test());
        if (test.verdict() != Verdict.PASS) {
            xml.writeStartElement(test.verdict().isOpen() ? "error" : "failure");
            attribute("type", test.verdict().name());
            attribute("message", test.message());
            xml.writeEndElement();
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
