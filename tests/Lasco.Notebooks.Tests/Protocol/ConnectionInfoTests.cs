using System.Text;
using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Tests.Protocol;

public sealed class ConnectionInfoTests : IDisposable
{
    private const string Good =
        """
        { "shell_port": 50001, "iopub_port": 50002, "stdin_port": 50003, "control_port": 50004, "hb_port": 50005,
          "ip": "127.0.0.1", "key": "k-é", "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": ".net-csharp" }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-connection-");

    private string File => Path.Combine(folder.FullName, "kernel-1.json");

    [Fact]
    public void Jupyters_file_is_read()
    {
        var connection = Read(Good);
        Assert.Equal((50001, 50002, 50003, 50004, 50005),
            (connection.ShellPort, connection.IopubPort, connection.StdinPort, connection.ControlPort, connection.HeartbeatPort));
        Assert.Equal(Encoding.UTF8.GetBytes("k-é"), connection.Key);
        Assert.Equal("tcp://127.0.0.1:50001", connection.Endpoint(connection.ShellPort));
    }

    [Theory]
    [InlineData("\"127.0.0.1\"", "\"::1\"", "tcp://[::1]:7")]
    [InlineData("\"tcp\"", "\"ipc\"", "ipc://127.0.0.1-7")]
    public void Endpoints_are_in_libzmqs_notation(string old, string replacement, string expected) =>
        Assert.Equal(expected, Read(Good.Replace(old, replacement)).Endpoint(7));

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "expected a JSON object")]
    [InlineData("{}", "is missing")]
    [InlineData("{ \"shell_port\": ", "not JSON")]
    public void What_is_no_connection_file_is_named(string text, string problem) => Assert.Contains(problem, Reject(text));

    [Theory]
    [InlineData("50001", "0", "shell_port")]
    [InlineData("50002", "65536", "iopub_port")]
    [InlineData("50003", "-1", "stdin_port")]
    [InlineData("50004", "1.5", "control_port")]
    [InlineData("50005", "\"5\"", "hb_port")]
    [InlineData("50005", "[\n1]", "hb_port")]
    [InlineData("\"127.0.0.1\"", "127", "ip")]
    [InlineData("\"k-é\"", "null", "key")]
    [InlineData("\"tcp\"", "\"udp\"", "transport is udp")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme is hmac-md5")]
    public void A_wrong_member_is_named(string old, string replacement, string named) => Assert.Contains(named, Reject(Good.Replace(old, replacement)));

    [Fact]
    public void A_huge_file_is_not_read()
    {
        using (var file = new FileStream(File, FileMode.Create))
            file.SetLength(1L << 40);
        Assert.Contains("larger than", Assert.Throws<InvalidDataException>(() => ConnectionInfo.Read(File)).Message);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains(File, Assert.ThrowsAny<IOException>(() => ConnectionInfo.Read(File)).Message);

    public void Dispose() => folder.Delete(recursive: true);

    private ConnectionInfo Read(string text)
    {
        System.IO.File.WriteAllText(File, text);
        return ConnectionInfo.Read(File);
    }

    private string Reject(string text)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.StartsWith(File, message);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
