using System.Globalization;

namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, element type and device alone.</summary>
    Metadata,

    /// <summary>Shape, element type and device, then the elements in columns, one matrix after the other.</summary>
    Julia,

    /// <summary>The elements in nested brackets.</summary>
    Numpy,

    /// <summary>Element type and shape, then the elements in nested braces.</summary>
    CSharp,

    /// <summary>The one that <see cref="torch.TensorStringStyle"/> says.</summary>
    Default,
}

public static partial class torch
{
    private static TensorStringStyle _style = TensorStringStyle.Julia;

    /// <summary>The style of text where none is given.</summary>
    /// <exception cref="ArgumentException">It is set to <see cref="TensorStringStyle.Default"/>.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => _style;
        set => _style = value != TensorStringStyle.Default
            ? value
            : throw new ArgumentException("The style cannot be set to 'Default'.");
    }

    public partial class Tensor
    {
        /// <summary>Shape, element type and device.</summary>
        public override string ToString() => IsInvalid ? "" : $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(_style, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>The tensor as text; of long dimensions, the first and the last few.</summary>
        /// <param name="style">The layout.</param>
        /// <param name="fltFormat">The format of floating-point numbers, "g5" if left out.</param>
        /// <param name="width">The characters that a line may take, 100 if left out.</param>
        /// <param name="cultureInfo">The culture of numbers, the current one if left out.</param>
        /// <param name="newLine">What ends a line, the system's if left out.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = _style;
            if (IsInvalid || style == TensorStringStyle.Metadata || device_type == DeviceType.META || is_complex()) return ToString();
            return new Utils.TensorPrinter(this, style, fltFormat ?? "g5", width ?? 100, cultureInfo, newLine ?? Environment.NewLine).Print();
        }
    }
}
