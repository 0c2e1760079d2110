using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry of an index: a number, a range, a tensor of positions or of booleans, and so on.</summary>
    public struct TensorIndex
    {
        private NativeIndex.Kinds _kind;
        private long? _start, _stop, _step;
        private Tensor? _tensor;

        /// <summary>From start on, before stop, in steps; negative bounds count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { _kind = NativeIndex.Kinds.Slice, _start = start, _stop = stop, _step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice((long?)range.start, range.end);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static TensorIndex Bool(bool value) => new() { _kind = NativeIndex.Kinds.Boolean, _start = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { _kind = NativeIndex.Kinds.Single, _start = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { _kind = NativeIndex.Kinds.Tensor, _tensor = tensor };

        // CA2211: TorchSharp declares them as public fields.
#pragma warning disable CA2211
        /// <summary>As many full ranges as dimensions are left.</summary>
        public static TensorIndex Ellipsis = new() { _kind = NativeIndex.Kinds.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None = new() { _kind = NativeIndex.Kinds.None };

        /// <inheritdoc cref="None"/>
        public static TensorIndex Null = new() { _kind = NativeIndex.Kinds.None };

        /// <summary>The full range.</summary>
        public static TensorIndex Colon = Slice();
#pragma warning restore CA2211

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>Never called: it is there so that overloads resolve as they do in TorchSharp.</summary>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("Should not be called.");

        internal readonly NativeIndex Encoded => new()
        {
            Kind = _kind,
            Start = _start ?? (_kind == NativeIndex.Kinds.Slice ? NativeIndex.Absent : 0),
            Stop = _stop ?? NativeIndex.Absent,
            Step = _step ?? NativeIndex.Absent,
            Tensor = _kind == NativeIndex.Kinds.Tensor ? _tensor!.Handle : 0,
        };
    }
}
