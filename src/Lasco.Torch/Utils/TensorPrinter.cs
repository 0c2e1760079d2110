using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Writes the elements of a tensor as text. It reads only those that it shows.</summary>
internal sealed class TensorPrinter
{
    private const int Edge = 3, LongestWhole = 20;
    private static readonly long[] Gap = [-1];

    private readonly Tensor _tensor;
    private readonly TensorStringStyle _style;
    private readonly string _format, _newLine;
    private readonly int _width;
    private readonly CultureInfo _culture;
    private readonly long[] _shape;
    private readonly long[][] _shown;
    private readonly StringBuilder _text = new();

    internal TensorPrinter(Tensor tensor, TensorStringStyle style, string format, int width, CultureInfo? culture, string newLine)
    {
        (_tensor, _style, _format, _width, _newLine) = (tensor, style, format, width, newLine);
        _culture = culture ?? CultureInfo.CurrentCulture;
        _shape = tensor.shape;
        _shown = Array.ConvertAll(_shape, Shown);
    }

    internal string Print()
    {
        if (_style == TensorStringStyle.Julia)
        {
            _text.Append(_tensor.ToString());
            if (_shape.Length == 0) _text.Append(", value = ").Append(Number([]));
            else if (_shape.Length == 1) Matrix([], rows: [0], vector: true);
            else Matrices([]);
        }
        else
        {
            if (_style == TensorStringStyle.CSharp) _text.Append($"{_tensor.dtype}[{string.Join(",", _shape)}], device = {_tensor.device}, value = ");
            Nested([]);
        }
        return _text.ToString();
    }

    private void Matrices(long[] outer)
    {
        if (outer.Length == _shape.Length - 2)
        {
            if (outer.Length > 0) _text.Append(_newLine).Append($"[{string.Join(",", outer)},..,..] =");
            Matrix(outer, _shown[^2], vector: false);
            return;
        }
        foreach (var index in _shown[outer.Length])
        {
            if (index < 0) _text.Append(_newLine).Append("...");
            else Matrices([.. outer, index]);
        }
    }

    private void Matrix(long[] outer, long[] rows, bool vector)
    {
        var cells = rows.Select(row => row < 0 ? null : _shown[^1].Select(column =>
            column < 0 ? "..." : Number(vector ? [column] : [.. outer, row, column])).ToArray()).ToArray();
        var width = cells.Where(row => row is not null).SelectMany(row => row!).Select(cell => cell.Length).DefaultIfEmpty(0).Max();
        var columns = Math.Max(1, (_width - 1) / (width + 1));
        foreach (var row in cells)
        {
            _text.Append(_newLine);
            if (row is null) _text.Append(" ...");
            else if (row.Length <= columns) Line(row, width);
            else Line([.. row[..Math.Max(1, columns - 2)], "...", row[^1]], width);
        }
    }

    private void Line(string[] cells, int width)
    {
        foreach (var cell in cells) _text.Append(' ').Append(cell.PadLeft(width));
    }

    private void Nested(long[] outer)
    {
        if (outer.Length == _shape.Length)
        {
            _text.Append(Number(outer));
            return;
        }
        var (open, close) = _style == TensorStringStyle.CSharp ? ('{', '}') : ('[', ']');
        var last = outer.Length == _shape.Length - 1;
        var separator = _style == TensorStringStyle.CSharp ? ", " : last ? ", " : "," + _newLine + new string(' ', outer.Length + 1);
        _text.Append(open);
        var first = true;
        foreach (var index in _shown[outer.Length])
        {
            if (!first) _text.Append(separator);
            first = false;
            if (index < 0) _text.Append("...");
            else Nested([.. outer, index]);
        }
        _text.Append(close);
    }

    private string Number(long[] position)
    {
        using var element = position.Length == 0 ? _tensor.alias() : _tensor[position];
        var value = element.ToScalar();
        return value.Type switch
        {
            ScalarType.Bool => value.ToBoolean() ? "True" : "False",
            ScalarType.Int64 => value.ToInt64().ToString(_culture),
            _ => value.ToDouble().ToString(_format, _culture),
        };
    }

    private static long[] Shown(long size) => size <= LongestWhole
        ? [.. Enumerable.Range(0, (int)size).Select(index => (long)index)]
        : [.. Enumerable.Range(0, Edge).Select(index => (long)index), .. Gap, .. Enumerable.Range(0, Edge).Select(index => size - Edge + index)];
}
