using System.Reflection;
using System.Text.Json;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Protocol;

/// <summary>The contents of the messages that the kernel sends, with every member that strict clients look for.</summary>
internal static class Contents
{
    /// <summary>A reply that says no more than that it went well.</summary>
    public static readonly byte[] Ok = JsonText.Object(WriteOk);

    /// <summary>kernel_info_reply.</summary>
    public static readonly byte[] KernelInfo = JsonText.Object(json =>
    {
        string version = typeof(Contents).Assembly.GetName().Version!.ToString(fieldCount: 3);
        WriteOk(json);
        json.WriteString("protocol_version", MessageCodec.Version);
        json.WriteString("implementation", "lasco");
        json.WriteString("implementation_version", version);
        json.WriteStartObject("language_info");
        json.WriteString("name", "C#");
        json.WriteString("version", "14.0");
        json.WriteString("mimetype", "text/x-csharp");
        json.WriteString("file_extension", ".cs");
        json.WriteString("pygments_lexer", "csharp");
        json.WriteString("codemirror_mode", "text/x-csharp");
        json.WriteEndObject();
        json.WriteString("banner", $"Lasco {version}: C# on .NET {Environment.Version}");
        json.WriteBoolean("debugger", false);
        json.WriteStartArray("help_links");
        json.WriteEndArray();
    });

    public static byte[] Status(bool busy) => JsonText.Object(json => json.WriteString("execution_state", busy ? "busy" : "idle"));

    public static byte[] ExecuteInput(string code, int count) => JsonText.Object(json =>
    {
        json.WriteString("code", code);
        json.WriteNumber("execution_count", count);
    });

    /// <param name="count">The cell's number.</param>
    /// <param name="page">What to show in the pager, or null.</param>
    public static byte[] ExecuteOk(int count, MimeBundle? page) => JsonText.Object(json =>
    {
        WriteOk(json);
        json.WriteNumber("execution_count", count);
        json.WriteStartArray("payload");
        if (page is not null)
        {
            json.WriteStartObject();
            json.WriteString("source", "page");
            json.WriteNumber("start", 0);
            WriteBundle(json, page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("user_expressions");
        json.WriteEndObject();
    });

    public static byte[] ExecuteFailed(int count, CellError error) => JsonText.Object(json =>
    {
        json.WriteString("status", "error");
        json.WriteNumber("execution_count", count);
        WriteError(json, error);
        json.WriteStartArray("payload");
        json.WriteEndArray();
        json.WriteStartObject("user_expressions");
        json.WriteEndObject();
    });

    /// <summary>A reply to a request that could not be served.</summary>
    public static byte[] Failed(CellError error) => JsonText.Object(json =>
    {
        json.WriteString("status", "error");
        WriteError(json, error);
    });

    /// <summary>The error that everybody sees.</summary>
    public static byte[] Error(CellError error) => JsonText.Object(json => WriteError(json, error));

    public static byte[] Stream(string text, bool error) => JsonText.Object(json =>
    {
        json.WriteString("name", error ? "stderr" : "stdout");
        json.WriteString("text", text);
    });

    /// <summary>display_data and update_display_data.</summary>
    public static byte[] Display(MimeBundle bundle, string? displayId) => JsonText.Object(json =>
    {
        WriteBundle(json, bundle);
        json.WriteStartObject("transient");
        if (displayId is not null)
            json.WriteString("display_id", displayId);
        json.WriteEndObject();
    });

    public static byte[] ExecuteResult(MimeBundle bundle, int count) => JsonText.Object(json =>
    {
        json.WriteNumber("execution_count", count);
        WriteBundle(json, bundle);
    });

    public static byte[] ClearOutput(bool wait) => JsonText.Object(json => json.WriteBoolean("wait", wait));

    public static byte[] InputRequest(string prompt, bool password) => JsonText.Object(json =>
    {
        json.WriteString("prompt", prompt);
        json.WriteBoolean("password", password);
    });

    /// <param name="code">The text that was asked about.</param>
    /// <param name="completions">The answer, in UTF-16 units.</param>
    public static byte[] Complete(string code, Completions completions) => JsonText.Object(json =>
    {
        WriteOk(json);
        json.WriteStartArray("matches");
        foreach (string match in completions.Matches)
            json.WriteStringValue(match);
        json.WriteEndArray();
        json.WriteNumber("cursor_start", CodePoints.FromUnits(code, completions.Start));
        json.WriteNumber("cursor_end", CodePoints.FromUnits(code, completions.End));
        json.WriteStartObject("metadata");
        json.WriteEndObject();
    });

    public static byte[] Inspect(MimeBundle? found) => JsonText.Object(json =>
    {
        WriteOk(json);
        json.WriteBoolean("found", found is not null);
        WriteBundle(json, found ?? new(new Dictionary<string, string>()));
    });

    /// <param name="completeness">The answer.</param>
    /// <param name="indent">White space for the next line; counts where more has to follow.</param>
    public static byte[] IsComplete(Completeness completeness, string indent) => JsonText.Object(json =>
    {
        json.WriteString("status", completeness switch
        {
            Completeness.Complete => "complete",
            Completeness.Incomplete => "incomplete",
            _ => "invalid",
        });
        if (completeness == Completeness.Incomplete)
            json.WriteString("indent", indent);
    });

    /// <param name="entries">The cells.</param>
    /// <param name="withOutput">Whether the client asked for outputs, which are not kept: it gets null beside each text.</param>
    public static byte[] History(IEnumerable<HistoryEntry> entries, bool withOutput) => JsonText.Object(json =>
    {
        WriteOk(json);
        json.WriteStartArray("history");
        foreach (var (session, line, source) in entries)
        {
            json.WriteStartArray();
            json.WriteNumberValue(session);
            json.WriteNumberValue(line);
            if (withOutput)
            {
                json.WriteStartArray();
                json.WriteStringValue(source);
                json.WriteNullValue();
                json.WriteEndArray();
            }
            else
            {
                json.WriteStringValue(source);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    /// <summary>No comms, ever.</summary>
    public static byte[] CommInfo() => JsonText.Object(json =>
    {
        WriteOk(json);
        json.WriteStartObject("comms");
        json.WriteEndObject();
    });

    public static byte[] CommClose(string id) => JsonText.Object(json =>
    {
        json.WriteString("comm_id", id);
        json.WriteStartObject("data");
        json.WriteEndObject();
    });

    public static byte[] Shutdown(bool restart) => JsonText.Object(json =>
    {
        WriteOk(json);
        json.WriteBoolean("restart", restart);
    });

    private static void WriteOk(Utf8JsonWriter json) => json.WriteString("status", "ok");

    private static void WriteError(Utf8JsonWriter json, CellError error)
    {
        json.WriteString("ename", error.Name);
        json.WriteString("evalue", error.Message);
        json.WriteStartArray("traceback");
        foreach (string line in error.Traceback)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void WriteBundle(Utf8JsonWriter json, MimeBundle bundle)
    {
        json.WriteStartObject("data");
        foreach (var (mime, content) in bundle.Data)
        {
            if (MimeBundle.IsJson(mime) && IsJson(content))
            {
                json.WritePropertyName(mime);
                json.WriteRawValue(content, skipInputValidation: true);
            }
            else
            {
                json.WriteString(mime, content);
            }
        }

        json.WriteEndObject();
        json.WritePropertyName("metadata");
        if (bundle.Metadata is null)
            json.WriteRawValue("{}"u8);
        else
            bundle.Metadata.WriteTo(json);
    }

    /// <summary>Whether a text that is said to be JSON is: one broken display must not break the message.</summary>
    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
