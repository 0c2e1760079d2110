using System.Runtime.CompilerServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Passes a tensor as its handle, and wraps the handle of a new one; null means that the call failed.</summary>
[CustomMarshaller(typeof(Tensor), MarshalMode.ManagedToUnmanagedIn, typeof(In))]
[CustomMarshaller(typeof(Tensor), MarshalMode.ManagedToUnmanagedOut, typeof(Out))]
internal static class TensorMarshaller
{
    internal ref struct In
    {
        private Tensor _tensor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void FromManaged(Tensor tensor) => _tensor = tensor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly nint ToUnmanaged()
        {
            if (_tensor is null) ThrowNull();
            return _tensor.Handle;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void OnInvoked() => GC.KeepAlive(_tensor);

        public readonly void Free() { }

        [System.Diagnostics.CodeAnalysis.DoesNotReturn]
        private static void ThrowNull() => throw new ArgumentNullException("tensor", "A tensor is required here, not null.");
    }

    internal static class Out
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Tensor ConvertToManaged(nint handle)
        {
            if (handle == 0) LibTorch.Throw();
            return new Tensor(handle);
        }
    }
}

/// <summary>Passes a tensor that may be left out.</summary>
[CustomMarshaller(typeof(Tensor), MarshalMode.ManagedToUnmanagedIn, typeof(In))]
internal static class OptionalTensorMarshaller
{
    internal ref struct In
    {
        private Tensor? _tensor;

        public void FromManaged(Tensor? tensor) => _tensor = tensor;

        public readonly nint ToUnmanaged() => _tensor is null ? 0 : _tensor.Handle;

        public readonly void OnInvoked() => GC.KeepAlive(_tensor);

        public readonly void Free() { }
    }
}

/// <summary>Takes over the tensors of a native list; an undefined one becomes an invalid tensor.</summary>
[CustomMarshaller(typeof(Tensor[]), MarshalMode.ManagedToUnmanagedOut, typeof(TensorListMarshaller))]
internal static unsafe class TensorListMarshaller
{
    public static Tensor[] ConvertToManaged(nint list)
    {
        if (list == 0) LibTorch.Throw();
        var count = checked((int)LibTorch.lt_list_count(list));
        var handles = count <= 64 ? stackalloc nint[count] : new nint[count];
        fixed (nint* first = handles) LibTorch.lt_list_take(list, first);
        var result = new Tensor[count];
        for (var i = 0; i < count; i++) result[i] = new Tensor(handles[i]);
        return result;
    }
}

/// <summary>The handles of some tensors, which stay alive until it is disposed.</summary>
internal readonly ref struct TensorHandles
{
    private readonly ReadOnlySpan<Tensor> _tensors;
    private readonly nint[] _handles;

    internal TensorHandles(ReadOnlySpan<Tensor> tensors)
    {
        _tensors = tensors;
        _handles = tensors.Length == 0 ? [] : new nint[tensors.Length];
        for (var i = 0; i < tensors.Length; i++) _handles[i] = tensors[i].Handle;
    }

    internal TensorHandles(IList<Tensor>? tensors) : this(tensors is null ? default : tensors as Tensor[] ?? [.. tensors]) { }

    internal ReadOnlySpan<nint> Span => _handles;

    internal long Count => _handles.Length;

    public void Dispose()
    {
        foreach (var tensor in _tensors) GC.KeepAlive(tensor);
    }
}
