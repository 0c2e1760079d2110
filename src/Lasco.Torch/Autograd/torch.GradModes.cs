using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Until disposed of, this thread records no history.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Until disposed of, this thread records history, or does not.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    public static bool is_grad_enabled() => LibTorch.lt_is_grad_enabled();

    /// <summary>Until disposed of, this thread's new tensors can never take part in a gradient, which is cheaper than <see cref="no_grad"/>.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => LibTorch.lt_is_inference_mode_enabled();
}

/// <summary>Sets whether this thread records history, and sets it back when disposed of.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly bool _before = LibTorch.lt_is_grad_enabled();

    internal AutoGradMode(bool enabled) => LibTorch.lt_set_grad_enabled(enabled);

    public void Dispose() => LibTorch.lt_set_grad_enabled(_before);
}

/// <summary>Enters inference mode, and leaves it when disposed of, which must happen on the same thread.</summary>
internal sealed class InferenceMode(bool enabled) : IDisposable
{
    private nint _guard = LibTorch.lt_inference_mode_begin(enabled);

    public void Dispose()
    {
        if (_guard == 0) return;
        LibTorch.lt_inference_mode_end(_guard);
        _guard = 0;
    }
}
