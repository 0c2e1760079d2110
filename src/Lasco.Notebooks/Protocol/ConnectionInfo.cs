using System.Text;
using System.Text.Json;

namespace Lasco.Notebooks.Protocol;

/// <summary>Where a kernel's five channels are, and the key that its messages are signed with: the connection file that Jupyter hands to a kernel.</summary>
public sealed record ConnectionInfo
{
    private const int MostBytes = 1 << 16;
    private const int MostPort = 65535;
    private const string Scheme = "hmac-sha256";

    /// <summary>tcp or ipc.</summary>
    public string Transport { get; private init; } = "tcp";

    /// <summary>The address, or for ipc the beginning of the sockets' paths.</summary>
    public required string Ip { get; init; }

    /// <summary>Requests to run and to ask.</summary>
    public required int ShellPort { get; init; }

    /// <summary>What the kernel tells everybody.</summary>
    public required int IopubPort { get; init; }

    /// <summary>What the kernel asks the user.</summary>
    public required int StdinPort { get; init; }

    /// <summary>Requests that do not wait for a running cell.</summary>
    public required int ControlPort { get; init; }

    /// <summary>Bytes that come back as they are.</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>The key of HMAC-SHA256; empty where messages are not signed.</summary>
    public byte[] Key { get; private init; } = [];

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is not one; the message is one line that names the file and what was expected.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ConnectionInfo Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[MostBytes + 1];
        int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MostBytes)
            throw Bad(path, "larger than 64 KB; expected a Jupyter connection file");
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            return Parse(path, json.RootElement);
        }
        catch (JsonException e)
        {
            throw Bad(path, $"not JSON (line {e.LineNumber + 1}); expected a Jupyter connection file");
        }
    }

    /// <summary>The endpoint of a channel, in libzmq's notation.</summary>
    public string Endpoint(int port) => Transport == "ipc" ? $"ipc://{Ip}-{port}"
        : Ip.Contains(':') && !Ip.StartsWith('[') ? $"tcp://[{Ip}]:{port}" : $"tcp://{Ip}:{port}";

    private static ConnectionInfo Parse(string path, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Bad(path, "expected a JSON object");
        if (Text("signature_scheme", Scheme) is var scheme && scheme != Scheme)
            throw Bad(path, $"signature_scheme is {scheme}; expected {Scheme}");
        if (Text("transport", "tcp") is var transport && transport is not ("tcp" or "ipc"))
            throw Bad(path, $"transport is {transport}; expected tcp or ipc");
        return new ConnectionInfo
        {
            Transport = transport,
            Ip = Text("ip"),
            ShellPort = Port("shell_port"),
            IopubPort = Port("iopub_port"),
            StdinPort = Port("stdin_port"),
            ControlPort = Port("control_port"),
            HeartbeatPort = Port("hb_port"),
            Key = Encoding.UTF8.GetBytes(Text("key", "")),
        };

        string Text(string name, string? otherwise = null)
        {
            if (!json.TryGetProperty(name, out var value))
                return otherwise ?? throw Bad(path, $"{name} is missing");
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Bad(path, $"{name} is not a string");
        }

        int Port(string name)
        {
            if (!json.TryGetProperty(name, out var value))
                throw Bad(path, $"{name} is missing");
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int port) && port is > 0 and <= MostPort
                ? port : throw Bad(path, $"{name} is {value.GetRawText().ReplaceLineEndings(" ")}; expected a port from 1 to {MostPort}");
        }
    }

    private static InvalidDataException Bad(string path, string problem) => new($"{path}: {problem}".ReplaceLineEndings(" "));
}
