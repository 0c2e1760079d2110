using System.Runtime.InteropServices.Marshalling;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A tensor: a handle on one of libtorch's. Its memory goes back when it is disposed of, by itself or with its
    /// <see cref="DisposeScope"/>, or else when the garbage collector finds it unused.
    /// </summary>
    [NativeMarshalling(typeof(TensorMarshaller))]
    [Utils.TypeFormatterSource(typeof(Utils.TypeFormatterSource))]
    public partial class Tensor : IDisposable
    {
        private static long _totalCount;
        private static long _peakCount;

        /// <summary>A pointer to an at::Tensor, or 0.</summary>
        internal nint handle;

        /// <param name="handle">A pointer to an at::Tensor, which this object owns from now on; 0 for an invalid tensor.</param>
        /// <param name="register">Whether the thread's current dispose scope shall own it.</param>
        internal Tensor(nint handle, bool register = true)
        {
            this.handle = handle;
            if (handle == 0)
            {
                GC.SuppressFinalize(this);
                return;
            }
            var count = Interlocked.Increment(ref _totalCount);
            if (count > _peakCount) _peakCount = count;
            if (register) OwningDisposeScope = DisposeScopeManager.ThreadSingleton.RegisterOnCurrentDisposeScope(this);
        }

        /// <summary>Takes over a native tensor.</summary>
        /// <param name="handle">A pointer to a heap-allocated at::Tensor.</param>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>How many tensors live, in managed code.</summary>
        public static long TotalCount => _totalCount;

        /// <summary>The most that <see cref="TotalCount"/> has been.</summary>
        public static long PeakCount => _peakCount;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>A name for people, of no meaning to libtorch.</summary>
        public string? name { get; set; }

        /// <summary>Whether the tensor has been disposed of, or never was one.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>The pointer to the at::Tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor has been disposed of.</exception>
        public nint Handle
        {
            get
            {
                if (handle == 0) ThrowInvalid();
                return handle;
            }
        }

        /// <summary>Gives the native tensor away; this object is invalid from then on.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var result = Handle;
            GC.SuppressFinalize(this);
            MoveHandle();
            return result;
        }

        /// <summary>Gives the native tensor away, for a parameter to take over; this object is invalid from then on.</summary>
        internal nint MoveHandle()
        {
            var result = handle;
            if (result == 0) return 0;
            handle = 0;
            Interlocked.Decrement(ref _totalCount);
            return result;
        }

        ~Tensor() => Dispose(false);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var released = Interlocked.Exchange(ref handle, 0);
            if (released == 0) return;
            if (disposing)
            {
                DisposeScopeManager.ThreadSingleton.DisposingOnCurrentScope(this);
                OwningDisposeScope?.MarkAsDisposed(this);
            }
            Interlocked.Decrement(ref _totalCount);
            LibTorch.lt_dispose(released);
        }

        /// <summary>Gives the tensor to the scope around its own or, where there is none, to nobody.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: it lives until it is disposed of or unused.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Gives the tensor to the scope that owns <paramref name="other"/>.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Gives the tensor to another scope, or to nobody.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null) other?.Attach(this);
            else OwningDisposeScope.MoveToOther(other, this);
            return this;
        }

        [System.Diagnostics.CodeAnalysis.DoesNotReturn]
        private static void ThrowInvalid() => throw new InvalidOperationException("Tensor invalid -- empty handle.");
    }
}
