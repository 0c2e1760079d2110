using System.Reflection;
using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Imaging;

public class RgbImageFormattingTests
{
    [Fact]
    public void A_notebook_finds_a_png_and_a_line_of_text_by_name()
    {
        var image = new RgbImage(2, 1, [255, 0, 0, 0, 0, 255]);
        object attribute = typeof(RgbImage).GetCustomAttributes().Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        object source = Activator.CreateInstance(Get<Type>(attribute, "FormatterSourceType"))!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var forms = formatters.ToDictionary(formatter => Get<string>(formatter, "MimeType"), formatter =>
        {
            using var writer = new StringWriter();
            Assert.True((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [image, writer])!);
            return writer.ToString();
        });
        Assert.Equal("image/png", Assert.Single(Get<string[]>(attribute, "PreferredMimeTypes")));
        Assert.Equal("RGB image, 2 × 1", forms["text/plain"]);
        Assert.Equal(PngEncoder.Encode(image), Convert.FromBase64String(forms["image/png"]));
    }

    private static T Get<T>(object value, string property) => (T)value.GetType().GetProperty(property)!.GetValue(value)!;
}
