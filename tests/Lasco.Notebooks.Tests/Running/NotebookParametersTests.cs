using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;

namespace Lasco.Notebooks.Tests.Running;

public sealed class NotebookParametersTests : IDisposable
{
    private const string Cell = "[parameters]string profile = \"quick\"; // how much\nint epochs = 3, batch = -1;\nvar rate = 0.5;\nfloat scale = 1;\nbool on = false;\nchar c = 'x';\nlong big = 1;\nvar list = new[] { 1 };\nconst int Fixed = 1;\nstring? folder = null;";

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("profile", "full", "profile = \"full\";")]
    [InlineData("profile", "a \"b\"\\\n\u2028é", "profile = \"a \\\"b\\\"\\\\\\n\\u2028é\";")]
    [InlineData("epochs", "-12", "epochs = -12;")]
    [InlineData("batch", "7", "batch = 7;")]
    [InlineData("rate", "1e-3", "rate = 0.001d;")]
    [InlineData("scale", "0.25", "scale = 0.25f;")]
    [InlineData("on", "true", "on = true;")]
    [InlineData("c", "'", "c = '\\'';")]
    [InlineData("big", "9000000000", "big = 9000000000L;")]
    [InlineData("folder", "data/lasco", "folder = \"data/lasco\";")]
    public void A_value_is_assigned_as_its_type(string name, string value, string assignment)
    {
        var notebook = Inject(name, value);
        Assert.Equal("// Parameters\n" + assignment, notebook.Cells[2].Source);
        Assert.True(notebook.Cells[2].HasTag("injected-parameters"));
        Assert.Equal(4, notebook.Cells.Count);
    }

    [Theory]
    [InlineData("epoch", "3", "declares profile, epochs, batch")]
    [InlineData("epochs", "many", "\"many\" is no int")]
    [InlineData("epochs", "3.5", "\"3.5\" is no int")]
    [InlineData("on", "yes", "\"yes\" is no bool")]
    [InlineData("rate", "NaN", "is no double")]
    [InlineData("list", "1", "cannot be given from outside")]
    [InlineData("Fixed", "2", "is a constant")]
    public void What_does_not_fit_is_one_clear_line(string name, string value, string problem)
    {
        var error = Assert.Throws<NotebookException>(() => Inject(name, value));
        Assert.Contains($"parameter {name}: ", error.Message);
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void The_default_needs_no_cell()
    {
        Assert.Equal(3, Inject("profile", "quick").Cells.Count);
        Assert.Equal(3, Inject("batch", "-1").Cells.Count);
    }

    [Fact]
    public void An_earlier_run_leaves_nothing_behind()
    {
        var notebook = Inject("epochs", "9");
        NotebookParameters.Inject(notebook, new Dictionary<string, string> { ["profile"] = "full", ["epochs"] = "4" });
        Assert.Equal(4, notebook.Cells.Count);
        Assert.Equal("// Parameters\nprofile = \"full\";\nepochs = 4;", notebook.Cells[2].Source);
        NotebookParameters.Inject(notebook, new Dictionary<string, string>());
        Assert.Equal(3, notebook.Cells.Count);
    }

    [Fact]
    public void A_notebook_without_the_cell_takes_no_parameters()
    {
        var notebook = NotebookDocument.Read(folder.Notebook("plain.ipynb", "1"));
        Assert.Contains("no code cell is tagged parameters", Assert.Throws<NotebookException>(() => NotebookParameters.Inject(notebook, new Dictionary<string, string> { ["profile"] = "full" })).Message);
    }

    public void Dispose() => folder.Dispose();

    private NotebookDocument Inject(string name, string value)
    {
        var notebook = NotebookDocument.Read(folder.Notebook("p.ipynb", "md:# Title", Cell, "profile"));
        NotebookParameters.Inject(notebook, new Dictionary<string, string> { [name] = value });
        return notebook;
    }
}
