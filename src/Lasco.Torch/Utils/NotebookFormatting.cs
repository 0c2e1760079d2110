namespace TorchSharp.Utils;

/// <summary>
/// Names the class whose CreateTypeFormatters() shows objects of the attributed type in a notebook. .NET Interactive finds
/// attribute, method and formatters by name.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;
}

internal sealed class TypeFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new TensorPlainTextFormatter();
        yield return new TensorHTMLFormatter();
    }
}

internal sealed class TensorPlainTextFormatter
{
    public string MimeType => "text/plain";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not torch.Tensor tensor) return false;
        writer.Write(tensor.ToString(TensorStringStyle.Default));
        return true;
    }
}

internal sealed class TensorHTMLFormatter
{
    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not torch.Tensor tensor) return false;
        writer.Write($"<div><pre>{System.Net.WebUtility.HtmlEncode(tensor.ToString(TensorStringStyle.Default))}</pre></div>");
        return true;
    }
}
