"""The kernel seen by a ZeroMQ client. Run with JUPYTER_PATH naming the folder of its kernelspec."""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import nbformat
import zmq
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

KERNEL = ".net-csharp"
WAIT = 60


class RunningKernel(unittest.TestCase):
    """A kernel for each test, with its standard error in a file."""

    def setUp(self):
        self.stderr = tempfile.TemporaryFile("w+")
        self.started = time.monotonic()
        self.manager = KernelManager(kernel_name=KERNEL)
        self.manager.start_kernel(stderr=self.stderr)
        self.client = self.manager.client()
        self.client.start_channels()
        self.addCleanup(self.stop)

    def stop(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()
        self.stderr.close()

    def ready(self):
        self.client.wait_for_ready(timeout=WAIT)

    def log(self):
        self.stderr.seek(0)
        return self.stderr.read()

    def wait_for_log(self, pattern):
        end = time.monotonic() + WAIT
        while not re.search(pattern, self.log()):
            self.assertLess(time.monotonic(), end, f"no line like {pattern!r} in {self.log()!r}")
            time.sleep(0.02)

    def outputs(self, message_id, timeout=WAIT):
        """What a request led to on iopub, until it is idle."""
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found
            found.append(message)

    def reply(self, message_id, timeout=WAIT):
        while True:
            message = self.client.get_shell_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == message_id:
                return message["content"]

    def control_reply(self, message_id, timeout=WAIT):
        while True:
            message = self.client.get_control_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == message_id:
                return message["content"]

    def run_cell(self, code, **options):
        message_id = self.client.execute(code, **options)
        outputs = self.outputs(message_id)
        return self.reply(message_id), outputs

    def send_control(self, message_type):
        message = self.client.session.msg(message_type, {})
        self.client.control_channel.send(message)
        return message["header"]["msg_id"]

    def text_of(self, outputs, name="stdout"):
        return "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream" and m["content"]["name"] == name)

    def wait_for_text(self, message_id, text):
        """Until a running cell has written something."""
        seen = ""
        while text not in seen:
            message = self.client.get_iopub_msg(timeout=WAIT)
            if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == "stream":
                seen += message["content"]["text"]


class Speed(RunningKernel):
    def test_kernel_info_comes_soon(self):
        message_id = self.client.kernel_info()
        self.reply(message_id)
        seconds = time.monotonic() - self.started
        print(f"kernel_info after {seconds:.2f} s")
        self.assertLess(seconds, 3)  # 1 s on a machine that has nothing else to do

    def test_hundred_thousand_lines(self):
        self.ready()
        self.run_cell("1 + 1")
        start = time.monotonic()
        reply, outputs = self.run_cell('for (int i = 0; i < 100_000; i++) Console.WriteLine($"line {i}");')
        seconds = time.monotonic() - start
        print(f"100,000 lines in {seconds:.2f} s and {len(outputs)} messages")
        self.assertEqual("ok", reply["status"])
        self.assertEqual(100_000, self.text_of(outputs).count("\n"))
        self.assertTrue(self.text_of(outputs).endswith("line 99999\n"))
        self.assertLess(len(outputs), 2_000)
        self.assertLess(seconds, 6)  # 2 s on a machine that has nothing else to do


class Requests(RunningKernel):
    def setUp(self):
        super().setUp()
        self.ready()

    def test_silent_cells_show_and_count_nothing(self):
        first, _ = self.run_cell("1 + 1")
        silent, outputs = self.run_cell('Console.WriteLine("hidden"); 5', silent=True)
        self.assertEqual("ok", silent["status"])
        self.assertEqual(["status"], [m["msg_type"] for m in outputs])
        second, outputs = self.run_cell("2 + 2", store_history=False)
        self.assertEqual(first["execution_count"], second["execution_count"])
        self.assertEqual("4", [m for m in outputs if m["msg_type"] == "execute_result"][0]["content"]["data"]["text/plain"])
        self.assertEqual(first["execution_count"] + 1, self.run_cell("3")[0]["execution_count"])

    def test_cells_behind_a_failed_one_fail(self):
        self.run_cell("1")
        ids = [self.client.execute(code) for code in ('System.Threading.Thread.Sleep(500); throw new Exception("first");', "1 + 1", "2 + 2")]
        outputs = [self.outputs(i) for i in ids]
        replies = [self.reply(i) for i in ids]
        self.assertEqual(["error"] * 3, [r["status"] for r in replies])
        self.assertEqual(["Exception", "Aborted", "Aborted"], [r["ename"] for r in replies])
        self.assertEqual([1, 0, 0], [sum(m["msg_type"] == "error" for m in o) for o in outputs])
        self.assertEqual("ok", self.run_cell("3 + 3")[0]["status"])

    def test_cells_behind_a_failed_one_run_when_asked_to(self):
        ids = [self.client.execute(code, stop_on_error=False) for code in ('throw new Exception("first");', "1 + 1")]
        self.assertEqual(["error", "ok"], [self.reply(i)["status"] for i in ids])

    def test_user_expressions_are_answered_with_an_empty_object(self):
        self.assertEqual({}, self.run_cell("1", user_expressions={"x": "1"})[0]["user_expressions"])

    def test_outputs_lie_between_busy_and_idle_and_before_the_reply(self):
        message_id = self.client.execute('Console.WriteLine("a"); 1')
        self.reply(message_id)
        outputs = self.outputs(message_id, timeout=1)
        self.assertEqual(["status", "execute_input", "stream", "execute_result"], [m["msg_type"] for m in outputs])

    def test_comms_are_closed(self):
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
        self.client.shell_channel.send(message)
        closed = [m for m in self.outputs(message["header"]["msg_id"]) if m["msg_type"] == "comm_close"]
        self.assertEqual("c1", closed[0]["content"]["comm_id"])
        message_id = self.client.comm_info()
        self.assertEqual({"status": "ok", "comms": {}}, self.reply(message_id))

    def test_requests_with_wrong_or_missing_fields_are_answered_with_errors(self):
        for message_type, content in [("execute_request", {"code": 5}), ("complete_request", {"code": "x", "cursor_pos": "end"}),
                                      ("history_request", {"hist_access_type": "all"}), ("no_such_request", {})]:
            message = self.client.session.msg(message_type, content)
            self.client.shell_channel.send(message)
            self.assertEqual("error", self.reply(message["header"]["msg_id"])["status"], message_type)
        self.assertEqual("ok", self.run_cell("1 + 1")[0]["status"])

    def test_positions_count_code_points(self):
        code = '"\U0001F600".Leng'
        message_id = self.client.complete(code, len(code))
        reply = self.reply(message_id)
        self.assertEqual(["Length"], reply["matches"])
        self.assertEqual((code.index("Leng"), len(code)), (reply["cursor_start"], reply["cursor_end"]))

    def test_input(self):
        message_id = self.client.execute('var name = await Microsoft.DotNet.Interactive.Kernel.GetInputAsync("name?"); name', allow_stdin=True)
        question = self.client.get_stdin_msg(timeout=WAIT)
        self.assertEqual({"prompt": "name?", "password": False}, question["content"])
        self.client.input("Ada \U0001F600")
        result = [m for m in self.outputs(message_id) if m["msg_type"] == "execute_result"]
        self.assertEqual("Ada \U0001F600", result[0]["content"]["data"]["text/plain"])

    def test_input_can_be_interrupted(self):
        message_id = self.client.execute('await Microsoft.DotNet.Interactive.Kernel.GetInputAsync("name?")', allow_stdin=True)
        self.client.get_stdin_msg(timeout=WAIT)
        self.manager.interrupt_kernel()
        self.assertEqual("error", self.reply(message_id, timeout=10)["status"])

    def test_input_without_anybody_is_an_error(self):
        reply, _ = self.run_cell('await Microsoft.DotNet.Interactive.Kernel.GetInputAsync("name?")', allow_stdin=False)
        self.assertEqual("NotSupportedException", reply["ename"])


class Interrupts(RunningKernel):
    def setUp(self):
        super().setUp()
        self.ready()
        self.run_cell("var kept = 42;")

    def interrupted(self, code):
        message_id = self.client.execute(f'Console.WriteLine("running");\n{code}')
        self.wait_for_text(message_id, "running")
        time.sleep(0.1)
        start = time.monotonic()
        self.assertEqual("ok", self.control_reply(self.send_control("interrupt_request"))["status"])
        self.assertLess(time.monotonic() - start, 2, "the interrupt itself")
        reply = self.reply(message_id, timeout=15)
        print(f"{code}: stopped after {time.monotonic() - start:.2f} s")
        self.assertEqual("error", reply["status"])
        self.assertEqual("42", self.run_cell("kept")[1][-1]["content"]["data"]["text/plain"])

    def test_in_a_tight_loop(self):
        self.interrupted("while (true) { }")

    def test_after_an_await(self):
        self.interrupted("await Task.Delay(1);\nwhile (true) { }")

    def test_in_a_task(self):
        self.interrupted("await Task.Run(() => { while (true) { } });")

    def test_while_much_is_shown(self):
        self.interrupted("while (true) Console.WriteLine(new string('x', 1000));")

    def test_control_is_served_meanwhile(self):
        message_id = self.client.execute('Console.WriteLine("running"); System.Threading.Thread.Sleep(3000);')
        self.wait_for_text(message_id, "running")
        start = time.monotonic()
        self.assertEqual("5.3", self.control_reply(self.send_control("kernel_info_request"))["protocol_version"])
        self.assertLess(time.monotonic() - start, 2)

    def test_the_signal_interrupts_and_does_not_kill(self):
        message_id = self.client.execute('Console.WriteLine("running");\nwhile (true) { }')
        self.wait_for_text(message_id, "running")
        os.kill(self.manager.provisioner.pid, signal.SIGINT)
        self.assertEqual("error", self.reply(message_id, timeout=15)["status"])
        self.assertTrue(self.manager.is_alive())

    def test_a_loop_does_not_keep_the_kernel_from_ending(self):
        message_id = self.client.execute('Console.WriteLine("running");\nwhile (true) { try { while (true) { } } finally { while (true) { } } }')
        self.wait_for_text(message_id, "running")
        start = time.monotonic()
        self.assertEqual("ok", self.control_reply(self.send_control("shutdown_request"))["status"])
        while self.manager.is_alive():
            self.assertLess(time.monotonic() - start, 5)
            time.sleep(0.05)


class Hostile(RunningKernel):
    def setUp(self):
        super().setUp()
        self.ready()

    def raw(self, *frames):
        """Sends frames over a connection of its own."""
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.linger = 5000
        socket.connect(f"tcp://{self.manager.ip}:{self.manager.shell_port}")
        socket.send_multipart(frames)
        self.addCleanup(socket.close)
        return socket

    def test_wrong_signature(self):
        signed = self.client.session.serialize(self.client.session.msg("execute_request", {"code": "Environment.Exit(3);"}))
        self.raw(signed[0], b"0" * 64, *signed[2:])
        self.raw(signed[0], b"", *signed[2:])
        self.wait_for_log("(?s)signature is wrong.*signature is wrong")
        self.assertEqual("ok", self.run_cell("1 + 1")[0]["status"])

    def test_frames_that_are_no_message(self):
        signed = self.client.session.serialize(self.client.session.msg("kernel_info_request", {}))
        self.raw(b"")
        self.raw(b"hello")
        self.raw(*signed[:4])
        self.raw(*[b"x"] * 1000)
        bad = [b"[1]", b"{", b"\xff\xfe", b"null"]
        for content in bad:
            frames = [*signed[2:5], content]
            self.raw(signed[0], self.client.session.sign(frames), *frames)
        self.wait_for_log("no delimiter")
        self.wait_for_log("too few frames")
        self.wait_for_log("content is not")
        self.assertEqual("ok", self.run_cell("1 + 1")[0]["status"])

    def test_hundred_megabytes(self):
        self.raw(b"<IDS|MSG>", b"0" * 64, b"{}", b"{}", b"{}", b" " * 100_000_000)
        self.wait_for_log("larger than 32 MB")
        self.assertEqual("ok", self.run_cell("1 + 1")[0]["status"])

    def test_a_gigabyte_announced_is_not_taken_in(self):
        self.raw(b" " * 300_000_000)
        self.assertEqual("ok", self.run_cell("1 + 1")[0]["status"])

    def test_a_thread_that_throws(self):
        reply, _ = self.run_cell('var t = new System.Threading.Thread(() => throw new Exception("from a thread")); t.Start(); t.Join(); System.Threading.Thread.Sleep(200);')
        self.assertEqual("ok", reply["status"])
        reply, outputs = self.run_cell("class Bad { ~Bad() { throw new Exception(\"from a finalizer\"); } }\n"
                                       "void Make() { new Bad(); }\nMake(); GC.Collect(); GC.WaitForPendingFinalizers(); System.Threading.Thread.Sleep(200);")
        self.assertEqual("ok", reply["status"])
        self.assertIn("from a finalizer", self.text_of(outputs, "stderr"))
        self.assertEqual("ok", self.run_cell("1 + 1")[0]["status"])

    def test_a_thread_that_throws_is_seen(self):
        _, outputs = self.run_cell('var t = new System.Threading.Thread(() => throw new Exception("from a thread")) ; t.Start(); System.Threading.Thread.Sleep(500);')
        self.assertIn("from a thread", self.text_of(outputs, "stderr"))

    def test_a_subscriber_that_does_not_read(self):
        idle = zmq.Context.instance().socket(zmq.SUB)
        idle.rcvhwm = 1
        idle.subscribe(b"")
        idle.connect(f"tcp://{self.manager.ip}:{self.manager.iopub_port}")
        self.addCleanup(idle.close)
        time.sleep(0.2)
        reply, outputs = self.run_cell("""
            using Lasco.Notebooks.Display;
            for (int i = 0; i < 5000; i++)
                CellOutput.Current.Display(new MimeBundle(new Dictionary<string, string> { ["text/plain"] = new string('x', 10_000) }));
            """)
        self.assertEqual("ok", reply["status"])
        self.assertEqual(5000, sum(m["msg_type"] == "display_data" for m in outputs))

    def test_the_end_of_the_parent_ends_the_kernel(self):
        script = ("import os, sys, time; from jupyter_client.manager import KernelManager; m = KernelManager(kernel_name='.net-csharp');"
                  "m.start_kernel(); print(m.provisioner.pid, flush=True); time.sleep(100)")
        parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        kernel = int(parent.stdout.readline())
        parent.stdout.close()
        time.sleep(1)
        parent.kill()
        parent.wait()
        end = time.monotonic() + 15
        while self.runs(kernel):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)

    def runs(self, process):
        try:
            with open(f"/proc/{process}/status") as status:
                return "State:\tZ" not in status.read()
        except FileNotFoundError:
            return False


class History(RunningKernel):
    def test_survives_a_kill(self):
        self.ready()
        self.run_cell("var unforgotten = 1;")
        os.kill(self.manager.provisioner.pid, signal.SIGKILL)
        self.stop()
        self.setUp()
        self.ready()
        message_id = self.client.history(hist_access_type="tail", n=1, output=False, raw=True)
        self.assertEqual("var unforgotten = 1;", self.reply(message_id)["history"][0][2])


class Runners(unittest.TestCase):
    def notebook(self):
        cells = [nbformat.v4.new_markdown_cell("# A notebook"), nbformat.v4.new_code_cell("int x = 6;"),
                 nbformat.v4.new_code_cell('Console.WriteLine($"x is {x}"); x * 7')]
        return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": {"name": KERNEL, "display_name": ".NET (C#)", "language": "C#"}})

    def test_nbclient(self):
        notebook = self.notebook()
        NotebookClient(notebook, timeout=WAIT, kernel_name=KERNEL).execute()
        self.check(notebook)

    def test_nbclient_stops_at_an_error(self):
        from nbclient.exceptions import CellExecutionError
        notebook = self.notebook()
        notebook.cells[1].source = 'throw new InvalidOperationException("on purpose");'
        with self.assertRaisesRegex(CellExecutionError, "on purpose"):
            NotebookClient(notebook, timeout=WAIT, kernel_name=KERNEL).execute()

    def test_nbconvert(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "small.ipynb")
            nbformat.write(self.notebook(), path)
            for target in ("notebook", "html"):
                run = subprocess.run([sys.executable, "-m", "nbconvert", "--to", target, "--execute", "--output", f"out-{target}", path],
                                     capture_output=True, text=True, timeout=WAIT)
                self.assertEqual(0, run.returncode, run.stderr)
                unexpected = [line for line in run.stderr.splitlines() if not re.match(r"\[NbConvertApp\] (Converting notebook|Writing \d+ bytes)", line)]
                self.assertEqual([], unexpected)
            self.check(nbformat.read(os.path.join(folder, "out-notebook.ipynb"), as_version=4))

    def check(self, notebook):
        stream, result = notebook.cells[2].outputs
        self.assertEqual("x is 6\n", stream.text)
        self.assertEqual("42", result.data["text/plain"])
        self.assertEqual(2, notebook.cells[2].execution_count)


if __name__ == "__main__":
    unittest.main()
