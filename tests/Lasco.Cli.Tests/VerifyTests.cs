using System.Text.Json;

namespace Lasco.Cli.Tests;

public class VerifyTests
{
    private static readonly string Fixture = Path.Combine(AppContext.BaseDirectory, "Fixtures", "blip_tiny");

    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("checkpoint.pth")]
    public void The_reference_is_met_from_either_file(string weights)
    {
        var (exitCode, output, error) = Command.Run("verify", Fixture, "--weights", Path.Combine(Fixture, weights), "--json");
        Assert.Equal((0, ""), (exitCode, error));
        var json = JsonDocument.Parse(output).RootElement;
        Assert.InRange(json.GetProperty("max").GetDouble(), 0, 1e-4);
        Assert.InRange(json.GetProperty("tensors").GetProperty("query_embedding").GetDouble(), 0, 1e-4);
    }

    [Fact]
    public void A_difference_above_the_tolerance_is_exit_code_1()
    {
        var (exitCode, output, _) = Command.Run("verify", Fixture, "--tolerance", "1e-12");
        Assert.Equal(1, exitCode);
        Assert.Contains("DIFF", output);
    }
}
