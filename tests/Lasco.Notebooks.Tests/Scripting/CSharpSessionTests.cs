using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Tests.Scripting;

public sealed class CSharpSessionTests : IDisposable
{
    private readonly CSharpSession session = new(Environment.CurrentDirectory);
    private readonly RecordedOutput output = new();

    [Fact]
    public void Cells_share_their_state_and_show_the_last_expression()
    {
        Assert.Null(session.Execute("var x = await Task.FromResult(40);", "cell 1", output).Error);
        Assert.Null(session.Execute("x + 2", "cell 2", output).Error);
        Assert.Equal("42", output.LastResult!.Data["text/plain"]);
    }

    public void Dispose() => session.Dispose();
}
