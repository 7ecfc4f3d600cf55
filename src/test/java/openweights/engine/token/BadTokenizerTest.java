package openweights.engine.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.engine.token.json.TokenizerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid tokenizer files, each with its error message. */
class BadTokenizerTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{ ~ :1:2: not valid JSON: Unexpected end-of-input: expected close marker for Object",
                "[] ~ /: expected a JSON object",
                "{} {} ~ /: more text follows",
                "{} ~ /: \"model\" is missing",
                "{'model':{'type':'Unigram','vocab':[]}} ~ /model: the model \"Unigram\" is not supported",
                "{'model':{'merges':[]}} ~ /model: \"vocab\" is missing",
                "{'model':{'vocab':{'a':0}}} ~ /model: \"merges\" is missing",
                "{'model':{'vocab':[],'merges':[]}} ~ /model/vocab: expected an object, found []",
                "{'model':{'vocab':{'a':0,'a':1},'merges':[]}} ~ Duplicate field 'a'",
                "{'model':{'vocab':{'a':0,'b':0},'merges':[]}} ~ \"a\" and \"b\" have the same id 0",
                "{'model':{'vocab':{'a':-1},'merges':[]}} ~ /model/vocab/a: the id of a token",
                "{'model':{'vocab':{'a':1.5},'merges':[]}} ~ /model/vocab/a: the id of a token",
                "{'model':{'vocab':{'a':2000000000},'merges':[]}} ~ the largest id is 2000000000, but there are only 1 tokens",
                "{'model':{'vocab':{'a':99999999999},'merges':[]}} ~ found 99999999999",
                "{'model':{'vocab':{'a':0},'merges':['a b']}} ~ merges/0 merges \"a\" and \"b\", but \"ab\" is not in the vocabulary",
                "{'model':{'vocab':{'a':0},'merges':['a']}} ~ the merge \"a\" must have two parts",
                "{'model':{'vocab':{'a':0,'aa':1},'merges':['a a',['a','a']]}} ~ all strings or all pairs",
                "{'model':{'vocab':{'a':0,'aa':1},'merges':[['a']]}} ~ a merge must be two strings",
                "{'model':{'vocab':{'a':0},'merges':[],'dropout':0.1}} ~ /model/dropout: dropout makes tokens random",
                "{'normalizer':{'type':'Nmt'},M} ~ /normalizer: the normalizer \"Nmt\" is not supported. Supported: ByteLevel,",
                "{'pre_tokenizer':{'type':'Sequence','pretokenizers':[{'type':'Magic'}]},M} ~ /pre_tokenizer/pretokenizers/0: the pre-tokenizer \"Magic\"",
                "{'pre_tokenizer':{'type':'Split','pattern':{'Regex':'a(b'},'behavior':'Isolated'},M} ~ /pre_tokenizer/pattern/Regex: the regular expression cannot be used: a group is not closed",
                "{'pre_tokenizer':{'type':'Split','pattern':{'Regex':'a\\\\Kb'},'behavior':'Isolated'},M} ~ \\K is not supported",
                "{'pre_tokenizer':{'type':'Split','pattern':{'String':'a'},'behavior':'Shredded'},M} ~ /pre_tokenizer/behavior: expected one of",
                "{'pre_tokenizer':{'type':'Digits','individual_digits':'yes'},M} ~ /pre_tokenizer/individual_digits: expected true or false, found \"yes\"",
                "{'post_processor':{'type':'TemplateProcessing','single':[{'SpecialToken':{'id':'<s>'}},{'Sequence':{'id':'A'}}],'special_tokens':{}},M} ~ /post_processor/special_tokens: \"<s>\" is missing",
                "{'decoder':{'type':'CTC'},M} ~ /decoder: the decoder \"CTC\" is not supported",
                "{'added_tokens':[{'id':5,'content':'a'}],M} ~ /added_tokens/0: \"a\" has the id 5 here, but 0 in the vocabulary",
                "{'added_tokens':[{'id':0,'content':'<s>'}],M} ~ \"a\" and \"<s>\" have the same id 0",
            })
    void saysWhatIsWrongAndWhere(String json, String complaint) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        String model = "'model':{'vocab':{'a':0},'merges':[]}";
        Files.writeString(file, json.replace(",M}", "," + model + "}").replace('\'', '"'));
        String message =
                assertThrows(TokenizerException.class, () -> Tokenizer.open(folder)).getMessage();
        assertTrue(message.startsWith(file + ":"), message);
        assertTrue(message.contains(complaint), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesDeepNesting(String opening) throws IOException {
        for (String start : List.of("", "{\"normalizer\":", "{\"model\":{\"x\":")) {
            Files.writeString(
                    folder.resolve("tokenizer.json"), start + opening.repeat(100_000) + "1");
            TokenizerException e =
                    assertThrows(TokenizerException.class, () -> Tokenizer.open(folder));
            assertTrue(
                    e.getMessage().startsWith(folder.resolve("tokenizer.json") + ":"),
                    e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(?:", "[", "(?=a"})
    void refusesADeeplyNestedRegularExpression(String opening) throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"pre_tokenizer\":{\"type\":\"Split\",\"behavior\":\"Removed\",\"pattern\":{\"Regex\":\""
                        + opening.repeat(100_000)
                        + "\"}},\"model\":{\"vocab\":{\"a\":0},\"merges\":[]}}");
        TokenizerException e = assertThrows(TokenizerException.class, () -> Tokenizer.open(folder));
        assertTrue(e.getMessage().contains("nested too deeply"), e.getMessage());
    }

    /** Whole groups and many quantifiers: it is Java's compiler that recurses. */
    @Test
    void refusesARegularExpressionThatJavaCannotCompile() throws IOException {
        for (String regex :
                List.of("(".repeat(5000) + "a" + ")".repeat(5000), "a" + "+?".repeat(20_000))) {
            Files.writeString(
                    folder.resolve("tokenizer.json"),
                    "{\"pre_tokenizer\":{\"type\":\"Split\",\"behavior\":\"Removed\",\"pattern\":{\"Regex\":\""
                            + regex
                            + "\"}},\"model\":{\"vocab\":{\"a\":0},\"merges\":[]}}");
            TokenizerException e =
                    assertThrows(TokenizerException.class, () -> Tokenizer.open(folder));
            assertTrue(
                    e.getMessage()
                            .contains(
                                    "/pre_tokenizer/pattern/Regex: the regular expression cannot be used"),
                    e.getMessage());
            assertTrue(e.getMessage().length() < 600, e.getMessage());
        }
    }

    /** As in Python's transformers, which sets both anew for each text. */
    @Test
    void readsAFileThatCutsAndPads() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"truncation\":{\"max_length\":1},\"padding\":{\"pad_id\":0},\"model\":{\"vocab\":{\"a\":0},\"merges\":[]}}");
        assertEquals(3, Tokenizer.open(folder).encode("aaa").length);
    }

    @Test
    void showsControlCharactersOfTheFileAsText() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"normalizer\":{\"type\":\"\\u001b[31m\\u202e\"},\"model\":{\"vocab\":{},\"merges\":[]}}");
        TokenizerException e = assertThrows(TokenizerException.class, () -> Tokenizer.open(folder));
        assertTrue(e.getMessage().contains("\"\\u001b[31m\\u202e\""), e.getMessage());
    }

    @Test
    void namesTheFileThatIsNotThere() {
        TokenizerException e = assertThrows(TokenizerException.class, () -> Tokenizer.open(folder));
        assertEquals(
                folder.resolve("tokenizer.json")
                        + ": there is no such file. Name a tokenizer.json or its folder.",
                e.getMessage());
    }

    @Test
    void refusesAHugeFileBeforeReadingIt() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("tokenizer.json").toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        TokenizerException e = assertThrows(TokenizerException.class, () -> Tokenizer.open(folder));
        assertTrue(e.getMessage().contains("has 1099511627776 bytes"), e.getMessage());
    }

    @Test
    void refusesAModelWithFewerRows() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"model\":{\"vocab\":{\"a\":0,\"b\":1},\"merges\":[]}}");
        Tokenizer tokenizer = Tokenizer.open(folder);
        tokenizer.requireFits(2);
        TokenizerException e =
                assertThrows(TokenizerException.class, () -> tokenizer.requireFits(1));
        assertTrue(e.getMessage().contains("\"b\" has the id 1"), e.getMessage());
    }

    @Test
    void acceptsAnAddedTokenWithoutARow() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"added_tokens\":[{\"id\":2,\"content\":\"<pad>\",\"special\":true}],\"model\":{\"vocab\":{\"a\":0,\"b\":1},\"merges\":[]}}");
        Tokenizer tokenizer = Tokenizer.open(folder);
        tokenizer.requireFits(2);
        assertEquals(3, tokenizer.vocabularySize());
        assertThrows(TokenizerException.class, () -> tokenizer.requireFits(1));
    }

    @Test
    void saysWhatIsThereInsteadOfATokenizer() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(
                file, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n");
        String message =
                assertThrows(TokenizerException.class, () -> Tokenizer.open(folder)).getMessage();
        assertTrue(message.startsWith(file + ": is only a pointer of Git LFS"), message);
        Files.delete(file);
        for (String other : List.of("vocab.json", "tokenizer.model")) {
            Files.writeString(folder.resolve(other), "{}");
            message =
                    assertThrows(TokenizerException.class, () -> Tokenizer.open(folder))
                            .getMessage();
            assertTrue(message.contains("There is a " + other + ", an older form."), message);
        }
    }
}
