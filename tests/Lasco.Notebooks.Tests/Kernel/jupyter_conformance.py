"""The kernel under Jupyter's own conformance suite. Run with JUPYTER_PATH naming the folder of its kernelspec."""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("something is wrong");'

    completion_samples = [
        {"text": "Math.Cbr", "matches": {"Cbrt"}},
        {"text": "var x = DateTime.UtcNo", "matches": {"UtcNow"}},
    ]

    complete_code_samples = ["1 + 1", "int a = 3;", "class Pair { public int First; }", "for (int i = 0; i < 3; i++) { }", "?Math.Abs"]
    incomplete_code_samples = ["int Twice(int x) {", "for (int i = 0; i < 3; i++)", "Console.WriteLine(", '/* a comment']
    invalid_code_samples = ["int = 3;", "} 1"]

    code_page_something = "?Console.WriteLine"
    code_generate_error = 'throw new InvalidOperationException("on purpose");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "5 * 5", "result": "25"},
        {"code": "6 * 8", "result": "48"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": '"plain".Display();', "mime": "text/plain"},
    ]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6 ? 7*"

    code_inspect_sample = "Math.Max"
    code_clear_output = "clear_output();"


if __name__ == "__main__":
    unittest.main()
