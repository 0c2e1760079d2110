using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using TensorStringStyle = TorchSharp.TensorStringStyle;

namespace Lasco.Torch.Tests.Tensors;

public class PrintingTests
{
    private static string Text(Tensor x, TensorStringStyle style) => x.ToString(style, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    [Fact]
    public void Every_style_tells_shape_type_and_values()
    {
        var x = tensor(new[,] { { 1f, 2.5f }, { -3f, 4f } });
        Assert.Equal("[2x2], type = Float32, device = cpu", x.ToString());
        Assert.Equal("[2x2], type = Float32, device = cpu\n   1 2.5\n  -3   4", Text(x, TensorStringStyle.Julia));
        Assert.Equal("[[1, 2.5],\n [-3, 4]]", Text(x, TensorStringStyle.Numpy));
        Assert.Equal("Float32[2,2], device = cpu, value = {{1, 2.5}, {-3, 4}}", Text(x, TensorStringStyle.CSharp));
        Assert.Equal("[], type = Bool, device = cpu, value = True", Text(tensor(true), TensorStringStyle.Default));
    }

    [Fact]
    public void Long_dimensions_show_their_ends()
    {
        var text = Text(arange(1000), TensorStringStyle.Numpy);
        Assert.Equal("[0, 1, 2, ..., 997, 998, 999]", text);
        Assert.True(Text(zeros(100, 100, 100, 100), TensorStringStyle.Julia).Length < 10_000);
    }

    [Fact]
    public void Notebooks_find_the_formatters_by_name()
    {
        var source = typeof(Tensor).GetCustomAttributes(false).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        var type = (Type)source.GetType().GetProperty("FormatterSourceType")!.GetValue(source)!;
        var instance = Activator.CreateInstance(type)!;
        var formatters = ((IEnumerable<object>)type.GetMethod("CreateTypeFormatters")!.Invoke(instance, null)!).ToArray();
        Assert.Equal(["text/plain", "text/html"], formatters.Select(formatter => formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)));
        foreach (var formatter in formatters)
        {
            var writer = new StringWriter();
            Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [zeros(1), writer]));
            Assert.Contains("Float32", writer.ToString());
        }
    }
}
