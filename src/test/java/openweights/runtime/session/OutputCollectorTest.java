package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OutputCollectorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputCollector.Displays displays = new OutputCollector.Displays();
    private final OutputCollector outputs = new OutputCollector(displays);

    @Test
    void joinsConsecutivePiecesOfAStream() {
        stream("stdout", "one\n");
        stream("stdout", "two\n");
        stream("stderr", "three\n");
        stream("stdout", "four\n");
        saves(
                """
                [{'output_type':'stream','name':'stdout','text':'one\\ntwo\\n'},
                 {'output_type':'stream','name':'stderr','text':'three\\n'},
                 {'output_type':'stream','name':'stdout','text':'four\\n'}]""");
    }

    @Test
    void carriageReturnOverwritesTheLineEvenAcrossPieces() {
        stream("stdout", "head\n  1 of 20");
        stream("stdout", "\r 20");
        stream("stdout", "\rx\by\n");
        saves("[{'output_type':'stream','name':'stdout','text':'head\\ny20 of 20\\n'}]");
    }

    @Test
    void updateChangesTheDisplayInPlace() {
        display("display_data", "a", "first");
        stream("stdout", "between");
        display("update_display_data", "a", "second");
        saves(
                """
                [{'output_type':'display_data','data':{'text/plain':'second'},'metadata':{}},
                 {'output_type':'stream','name':'stdout','text':'between'}]""");
    }

    @Test
    void updateFromLaterCellChangesTheEarlierOutput() {
        display("display_data", "a", "first");
        OutputCollector later = new OutputCollector(displays);
        later.publish("update_display_data", displayed("a", "second"));
        saves("[{'output_type':'display_data','data':{'text/plain':'second'},'metadata':{}}]");
        assertEquals(0, later.toJson().size());
    }

    @Test
    void clearsImmediatelyOrAtTheNextOutput() {
        stream("stdout", "old");
        outputs.publish("clear_output", json("{'wait':true}"));
        saves("[{'output_type':'stream','name':'stdout','text':'old'}]");
        stream("stdout", "new");
        saves("[{'output_type':'stream','name':'stdout','text':'new'}]");
        outputs.publish("clear_output", json("{'wait':false}"));
        saves("[]");
    }

    @Test
    void keepsResultAndErrorAsNbformatHasThem() {
        outputs.publish(
                "execute_result",
                json("{'execution_count':3,'data':{'text/plain':'2'},'metadata':{}}"));
        outputs.publish("error", json("{'ename':'A','evalue':'b','traceback':['c']}"));
        outputs.publish("status", json("{'execution_state':'idle'}"));
        saves(
                """
                [{'output_type':'execute_result','data':{'text/plain':'2'},'metadata':{},'execution_count':3},
                 {'output_type':'error','ename':'A','evalue':'b','traceback':['c']}]""");
    }

    private void stream(String name, String text) {
        outputs.publish("stream", JSON.createObjectNode().put("name", name).put("text", text));
    }

    private void display(String type, String id, String text) {
        outputs.publish(type, displayed(id, text));
    }

    private static JsonNode displayed(String id, String text) {
        return json(
                "{'data':{'text/plain':'%s'},'metadata':{},'transient':{'display_id':'%s'}}"
                        .formatted(text, id));
    }

    private void saves(String expected) {
        assertEquals(json(expected), outputs.toJson());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
