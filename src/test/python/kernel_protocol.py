"""Jupyter's own tests of kernels (jupyter_kernel_test on PyPI), and questions of front ends that it does not ask.

Usage: kernel_protocol.py FOLDER, which holds the kernelspec "openweights". Its packages: the course's, and
jupyter_kernel_test. Prints unittest's report; ends with 0 if all tests passed.
"""

import sys
import unittest

import jupyter_kernel_test
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

KERNELS = sys.argv.pop(1)
TIMEOUT = 60


class JavaKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "openweights"
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Math.hypo", "matches": {"hypot("}},
        {"text": "int whole = 1; Math.hypo", "matches": {"hypot("}},
        {"text": "%%timei", "matches": {"%%timeit"}},
        {"text": "zi"},
    ]
    complete_code_samples = ["1 + 1", "int x = 3;", "for (;;) {}", "", "%time 1 + 1", "class A {}\nnew A()"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "int x =", '"""\nabc', "f(", "%%time\nint f() {"]
    invalid_code_samples = ["int = 3;", ")(", "%nosuchmagic", "1 +* 2"]
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "6 * 7", "result": "42"},
        {"code": "new int[] {1, 2}", "mime": "text/html"},
    ]
    code_display_data = [{"code": 'display("seen")', "mime": "text/plain"}]
    code_history_pattern = "1?+*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs"

    @classmethod
    def setUpClass(cls):
        specs = KernelSpecManager(kernel_dirs=[KERNELS], ensure_native_kernel=False)
        cls.km = KernelManager(kernel_name=cls.kernel_name, kernel_spec_manager=specs)
        cls.km.start_kernel()
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=TIMEOUT)

    # The package's inputs for this one are Python's display module; the kernel has no call for it.
    test_clear_output = None
    test_pager = None

    def request(self, channel, kind, content):
        message = self.kc.session.msg(kind, content)
        channel.send(message)
        while True:
            reply = channel.get_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                return reply["content"]

    def run_cell(self, code, **options):
        said = []
        reply = self.kc.execute_interactive(
            code, output_hook=said.append, timeout=TIMEOUT, stop_on_error=False, **options
        )
        return reply["content"], said

    def inspect(self, code, cursor=None):
        return self.request(
            self.kc.shell_channel,
            "inspect_request",
            {"code": code, "cursor_pos": len(code) if cursor is None else cursor, "detail_level": 0},
        )

    def test_help(self):
        self.run_cell("int shown = 41; INDArray m = Nd4j.ones(2, 2);")
        for code, expected in [
            ("Math.abs", "int Math.abs(int a)"),
            ("Math.abs(", "double Math.abs(double a)"),
            ("m.mmul(", "INDArray INDArray.mmul(INDArray"),
            ("Nd4j.create(", "INDArray Nd4j.create(double[]"),
            ("LineChart.of(", "LineChart LineChart.of("),
            ("Check.close(", "largest expected magnitude"),
            ("String", "java.lang.String"),
            ("List.of(", "List<E> List<E>.<E>of("),
            ("shown", "int shown = 41"),
            ("int a = 1;\nshown", "int shown = 41"),
            ("class B {}\nMath.abs", "int Math.abs(int a)"),
            ("new StringBuilder(", "StringBuilder"),
        ]:
            with self.subTest(code=code):
                content = self.inspect(code)
                self.assertTrue(content["found"], code)
                self.assertIn(expected, content["data"]["text/plain"])
        self.assertFalse(self.inspect("nothing_of_this_name")["found"])

    def test_positions_are_code_points(self):
        code = 'String s = "😀"; Math.hypo'
        content = self.request(
            self.kc.shell_channel, "complete_request", {"code": code + "; 1", "cursor_pos": len(code)}
        )
        self.assertEqual(["hypot("], content["matches"])
        self.assertEqual((len(code) - 4, len(code)), (content["cursor_start"], content["cursor_end"]))

    def test_user_expressions(self):
        reply, _ = self.run_cell(
            "int held = 5;", user_expressions={"sum": "held + 1", "wrong": "held +", "thrown": "held / 0"}
        )
        values = reply["user_expressions"]
        self.assertEqual("6", values["sum"]["data"]["text/plain"])
        self.assertEqual("ok", values["sum"]["status"])
        self.assertEqual("error", values["wrong"]["status"])
        self.assertEqual("error", values["thrown"]["status"])

    def test_silent(self):
        before, _ = self.run_cell("1")
        reply, said = self.run_cell('System.out.println("x"); int unseen = 8; unseen', silent=True)
        self.assertEqual("ok", reply["status"])
        self.assertEqual({"status"}, {message["msg_type"] for message in said} | {"status"})
        reply, said = self.run_cell("1 / 0", silent=True)
        self.assertEqual("error", reply["status"])
        after, said = self.run_cell("unseen")
        self.assertEqual(before["execution_count"] + 1, after["execution_count"])

    def test_comm_info(self):
        content = self.request(self.kc.shell_channel, "comm_info_request", {"target_name": "jupyter.widget"})
        self.assertEqual({"status": "ok", "comms": {}}, content)

    def test_debug_request_is_answered(self):
        content = self.request(
            self.kc.control_channel,
            "debug_request",
            {"type": "request", "seq": 7, "command": "initialize", "arguments": {}},
        )
        self.assertEqual((False, 7), (content["success"], content["request_seq"]))

    def test_standard_input(self):
        def answer(message):
            self.assertEqual("input_request", message["msg_type"])
            self.kc.input("Ada")

        reply, said = self.run_cell(
            'System.out.print("Name? "); String name = new Scanner(System.in).nextLine(); name + "!"',
            allow_stdin=True,
            stdin_hook=answer,
        )
        self.assertEqual("ok", reply["status"])
        values = [m["content"]["data"]["text/plain"] for m in said if m["msg_type"] == "execute_result"]
        self.assertEqual(["Ada!"], values)


if __name__ == "__main__":
    unittest.main(verbosity=2)
