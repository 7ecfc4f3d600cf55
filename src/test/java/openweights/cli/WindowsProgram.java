package openweights.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real program for Windows that stands for java.exe: it writes its command line and its
 * environment into a file, says a text, and ends with an exit code. It is put together here, byte
 * by byte, so that no compiler for Windows is needed.
 */
final class WindowsProgram {

    private static final int HEADERS = 0x200;
    private static final int SECTION = 0x1000;
    private static final int IMAGE = 0x3000;

    private static final List<String> IMPORTS =
            List.of(
                    "CreateFileW",
                    "GetCommandLineW",
                    "GetEnvironmentStringsW",
                    "GetStdHandle",
                    "WriteFile",
                    "ExitProcess",
                    "lstrlenW");

    /**
     * Bytes, then instructions. A name stands for four bytes: the way to it, or after = its value.
     */
    private static final String CODE =
            """
            48 83 EC 48                 | sub rsp, 0x48
            48 8D 0D file               | lea rcx, file
            BA 00 00 00 40              | mov edx, GENERIC_WRITE
            45 31 C0                    | xor r8d, r8d
            45 31 C9                    | xor r9d, r9d
            48 C7 44 24 20 02 00 00 00  | mov qword [rsp+0x20], CREATE_ALWAYS
            48 C7 44 24 28 80 00 00 00  | mov qword [rsp+0x28], FILE_ATTRIBUTE_NORMAL
            48 C7 44 24 30 00 00 00 00  | mov qword [rsp+0x30], 0
            FF 15 CreateFileW           | call CreateFileW
            48 89 C3                    | mov rbx, rax
            FF 15 GetCommandLineW       | call GetCommandLineW
            48 89 C1                    | mov rcx, rax
            E8 56 00 00 00              | call put
            FF 15 GetEnvironmentStringsW | call GetEnvironmentStringsW
            48 89 C6                    | mov rsi, rax
            66 83 3E 00                 | next: cmp word [rsi], 0
            74 0D                       | je end
            48 89 F1                    | mov rcx, rsi
            E8 3F 00 00 00              | call put
            48 01 C6                    | add rsi, rax
            EB ED                       | jmp next
            B9 F5 FF FF FF              | end: mov ecx, STD_OUTPUT_HANDLE
            FF 15 GetStdHandle          | call GetStdHandle
            48 89 C1                    | mov rcx, rax
            48 8D 15 text               | lea rdx, text
            41 B8 =length               | mov r8d, length
            4C 8D 4C 24 40              | lea r9, [rsp+0x40]
            48 C7 44 24 20 00 00 00 00  | mov qword [rsp+0x20], 0
            FF 15 WriteFile             | call WriteFile
            B9 =status                  | mov ecx, status
            FF 15 ExitProcess           | call ExitProcess
            57                          | put: push rdi
            48 83 EC 30                 | sub rsp, 0x30
            48 89 CF                    | mov rdi, rcx
            FF 15 lstrlenW              | call lstrlenW
            44 8D 04 45 02 00 00 00     | lea r8d, [rax*2+2]
            48 89 D9                    | mov rcx, rbx
            48 89 FA                    | mov rdx, rdi
            4C 8D 4C 24 28              | lea r9, [rsp+0x28]
            48 C7 44 24 20 00 00 00 00  | mov qword [rsp+0x20], 0
            FF 15 WriteFile             | call WriteFile
            8B 44 24 28                 | mov eax, [rsp+0x28]
            48 83 C4 30                 | add rsp, 0x30
            5F                          | pop rdi
            C3                          | ret
            """;

    private final ByteBuffer bytes =
            ByteBuffer.allocate(HEADERS + SECTION).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private WindowsProgram() {}

    /** Writes the program; {@code record} is the file that it will write, as Windows names it. */
    static void write(Path program, String record, String text, int status) throws IOException {
        Files.createDirectories(program.getParent());
        Files.write(program, new WindowsProgram().build(record, text, status));
    }

    private byte[] build(String record, String text, int status) {
        byte[] says = text.getBytes(StandardCharsets.US_ASCII);
        headers();
        bytes.position(HEADERS + 0x400);
        int table = imports();
        data("file", (record + "\0").getBytes(StandardCharsets.UTF_16LE));
        data("text", says);
        code(Map.of("length", says.length, "status", status));
        bytes.putInt(0xD0, table).putInt(0xD4, 40);
        return bytes.array();
    }

    private void headers() {
        bytes.put(0, new byte[] {'M', 'Z'}).putInt(0x3C, 0x40);
        bytes.position(0x40).put(new byte[] {'P', 'E', 0, 0});
        // The file header: x86-64, one section, no relocations, executable, large addresses.
        bytes.putShort((short) 0x8664).putShort((short) 1).putInt(0).putInt(0).putInt(0);
        bytes.putShort((short) 0xF0).putShort((short) 0x23);
        // The optional header: PE32+, entry point, base, alignments, version 6.0, console, stack.
        bytes.putShort((short) 0x20B).putShort((short) 0).putInt(SECTION).putInt(0).putInt(0);
        bytes.putInt(SECTION).putInt(SECTION).putLong(0x1_4000_0000L);
        bytes.putInt(SECTION).putInt(HEADERS);
        bytes.putLong(6).putLong(6);
        bytes.putInt(IMAGE).putInt(HEADERS).putInt(0).putShort((short) 3).putShort((short) 0);
        bytes.putLong(0x10_0000).putLong(0x1000).putLong(0x10_0000).putLong(0x1000);
        bytes.putInt(0).putInt(16);
        // The section: code, to be read, written and run.
        bytes.position(0x40 + 24 + 0xF0).put(new byte[] {'.', 't', 'e', 'x', 't', 0, 0, 0});
        bytes.putInt(SECTION).putInt(SECTION).putInt(SECTION).putInt(HEADERS);
        bytes.putInt(0).putInt(0).putInt(0).putInt(0xE0000020);
    }

    /** The functions of kernel32.dll; returns where their table lies. */
    private int imports() {
        for (String name : IMPORTS) {
            data(name + " by name", ("\0\0" + name + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        data("library", "kernel32.dll\0".getBytes(StandardCharsets.US_ASCII));
        bytes.position((bytes.position() + 7) & ~7);
        int addresses = here();
        for (String name : IMPORTS) {
            places.put(name, here());
            bytes.putLong(places.get(name + " by name"));
        }
        bytes.putLong(0);
        int table = here();
        bytes.putInt(0).putInt(0).putInt(0).putInt(places.get("library")).putInt(addresses);
        bytes.put(new byte[20]);
        return table;
    }

    private void data(String name, byte[] content) {
        places.put(name, here());
        bytes.put(content);
    }

    private void code(Map<String, Integer> values) {
        bytes.position(HEADERS);
        for (String line : CODE.lines().toList()) {
            for (String word : line.substring(0, line.indexOf('|')).strip().split(" ")) {
                if (word.startsWith("=")) {
                    bytes.putInt(values.get(word.substring(1)));
                } else if (places.containsKey(word)) {
                    bytes.putInt(places.get(word) - (here() + 4));
                } else {
                    bytes.put((byte) Integer.parseInt(word, 16));
                }
            }
        }
    }

    /** The address of what is written next, once the program is loaded. */
    private int here() {
        return bytes.position() - HEADERS + SECTION;
    }

    /** What the program was started with. */
    record Started(String commandLine, Map<String, String> environment) {

        /** Reads what the program has written. */
        static Started read(Path record) throws IOException {
            String[] strings = Files.readString(record, StandardCharsets.UTF_16LE).split("\0");
            Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String each : List.of(strings).subList(1, strings.length)) {
                int equals = each.indexOf('=', 1);
                environment.put(each.substring(0, equals), each.substring(equals + 1));
            }
            return new Started(strings[0], environment);
        }

        /** The arguments, divided as the programs of Windows do, those of the JDK among them. */
        List<String> arguments() {
            List<String> arguments = new ArrayList<>();
            StringBuilder argument = new StringBuilder();
            boolean inside = false;
            boolean begun = false;
            int backslashes = 0;
            for (char c : (commandLine + " ").toCharArray()) {
                if (c == '\\') {
                    backslashes++;
                    continue;
                }
                argument.append("\\".repeat(c == '"' ? backslashes / 2 : backslashes));
                begun |= backslashes > 0;
                if (c == '"' && backslashes % 2 == 0) {
                    inside = !inside;
                    begun = true;
                } else if (c == ' ' && !inside) {
                    if (begun) {
                        arguments.add(argument.toString());
                    }
                    argument.setLength(0);
                    begun = false;
                } else {
                    argument.append(c);
                    begun = true;
                }
                backslashes = 0;
            }
            return arguments;
        }
    }
}
