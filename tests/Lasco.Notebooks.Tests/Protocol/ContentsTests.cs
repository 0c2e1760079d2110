using System.Text.Json;
using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Tests.Protocol;

public sealed class ContentsTests
{
    [Fact]
    public void Json_forms_stand_as_json_and_others_as_text()
    {
        var bundle = new MimeBundle(
            new Dictionary<string, string> { ["text/plain"] = "{}", ["application/vnd.plotly.v1+json"] = """{"data":[1.50]}""" },
            new JsonObject { ["image/png"] = new JsonObject { ["width"] = 640 } });
        var content = JsonElement.Parse(Contents.Display(bundle, "id-1"));

        Assert.Equal("{}", content.GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal("""{"data":[1.50]}""", content.GetProperty("data").GetProperty("application/vnd.plotly.v1+json").GetRawText());
        Assert.Equal(640, content.GetProperty("metadata").GetProperty("image/png").GetProperty("width").GetInt32());
        Assert.Equal("id-1", content.GetProperty("transient").GetProperty("display_id").GetString());
    }

    [Fact]
    public void A_broken_json_form_does_not_break_the_message()
    {
        var bundle = new MimeBundle(new Dictionary<string, string> { ["text/plain"] = "x", ["application/json"] = "{\"a\": " });
        var content = JsonElement.Parse(Contents.ExecuteResult(bundle, 3));
        Assert.Equal("{\"a\": ", content.GetProperty("data").GetProperty("application/json").GetString());
        Assert.Equal("{}", content.GetProperty("metadata").GetRawText());
    }

    [Fact]
    public void Kernel_info_has_no_nulls()
    {
        var info = JsonElement.Parse(Contents.KernelInfo);
        Assert.DoesNotContain("null", info.GetRawText());
        Assert.Equal(".cs", info.GetProperty("language_info").GetProperty("file_extension").GetString());
    }
}
