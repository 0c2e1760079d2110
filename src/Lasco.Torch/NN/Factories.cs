using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An affine map of the last dimension, y = x Wᵀ + b.</summary>
        /// <param name="inputSize">The size of the last dimension of the input.</param>
        /// <param name="outputSize">The size of the last dimension of the result.</param>
        /// <param name="hasBias">Whether there is a b.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>An affine map of the last dimension with given parameters.</summary>
        /// <param name="weight">W, [out, in].</param>
        /// <param name="bias">b, [out].</param>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>Layer normalisation over the last dimensions.</summary>
        /// <param name="normalized_shape">Their sizes.</param>
        /// <param name="eps">ε, added to the variance.</param>
        /// <param name="elementwise_affine">Whether there is a γ.</param>
        /// <param name="bias">Whether there is a β too.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Layer normalisation over the last dimension.</summary>
        /// <param name="normalized_shape">Its size.</param>
        /// <param name="eps">ε, added to the variance.</param>
        /// <param name="elementwise_affine">Whether there is a γ.</param>
        /// <param name="bias">Whether there is a β too.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>A table of vectors, looked up by index.</summary>
        /// <param name="num_embeddings">How many vectors.</param>
        /// <param name="embedding_dims">Their size.</param>
        /// <param name="padding_idx">The index of a vector that is zero and gets no gradient; negative counts from the end.</param>
        /// <param name="max_norm">The norm to which looked-up vectors are cut.</param>
        /// <param name="norm_type">The p of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the batch.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="device">Where the vectors are.</param>
        /// <param name="dtype">The vectors' type.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no vector of the padding index.</exception>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

        /// <summary>A two-dimensional convolution with square kernels.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the result.</param>
        /// <param name="kernel_size">Height and width of the kernel.</param>
        /// <param name="stride">Pixels from one position of the kernel to the next.</param>
        /// <param name="padding">Pixels of zeros on each side.</param>
        /// <param name="dilation">Pixels from one element of the kernel to the next.</param>
        /// <param name="padding_mode">What surrounds the input; zeros only.</param>
        /// <param name="groups">Into how many groups, convolved apart, the channels fall.</param>
        /// <param name="bias">Whether a number is added to each channel.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        /// <exception cref="NotSupportedException">The padding is not of zeros.</exception>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), null, (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <summary>A two-dimensional convolution.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the result.</param>
        /// <param name="kernel_size">Height and width of the kernel.</param>
        /// <param name="stride">Pixels from one position of the kernel to the next, down and across; 1 if null.</param>
        /// <param name="padding">Pixels of zeros above and below, left and right; none if null.</param>
        /// <param name="dilation">Pixels from one element of the kernel to the next, down and across; 1 if null.</param>
        /// <param name="padding_mode">What surrounds the input; zeros only.</param>
        /// <param name="groups">Into how many groups, convolved apart, the channels fall.</param>
        /// <param name="bias">Whether a number is added to each channel.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        /// <exception cref="NotSupportedException">The padding is not of zeros.</exception>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), null, dilation ?? (1, 1), padding_mode, groups, bias, device, dtype);

        /// <summary>A two-dimensional convolution with square kernels, whose padding follows from its size.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the result.</param>
        /// <param name="kernel_size">Height and width of the kernel.</param>
        /// <param name="padding">How much surrounds the input.</param>
        /// <param name="stride">Pixels from one position of the kernel to the next.</param>
        /// <param name="dilation">Pixels from one element of the kernel to the next.</param>
        /// <param name="padding_mode">What surrounds the input; zeros only.</param>
        /// <param name="groups">Into how many groups, convolved apart, the channels fall.</param>
        /// <param name="bias">Whether a number is added to each channel.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        /// <exception cref="NotSupportedException">The padding is not of zeros.</exception>
        /// <exception cref="ArgumentException">The result is to be as large as the input, but the stride is not 1.</exception>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), null, padding, (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <summary>A two-dimensional convolution whose padding follows from its size.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the result.</param>
        /// <param name="kernel_size">Height and width of the kernel.</param>
        /// <param name="padding">How much surrounds the input.</param>
        /// <param name="stride">Pixels from one position of the kernel to the next, down and across; 1 if null.</param>
        /// <param name="dilation">Pixels from one element of the kernel to the next, down and across; 1 if null.</param>
        /// <param name="padding_mode">What surrounds the input; zeros only.</param>
        /// <param name="groups">Into how many groups, convolved apart, the channels fall.</param>
        /// <param name="bias">Whether a number is added to each channel.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">The parameters' type.</param>
        /// <exception cref="NotSupportedException">The padding is not of zeros.</exception>
        /// <exception cref="ArgumentException">The result is to be as large as the input, but the stride is not 1.</exception>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride ?? (1, 1), null, padding, dilation ?? (1, 1), padding_mode, groups, bias, device, dtype);

        /// <summary>Batch normalisation of each channel of images.</summary>
        /// <param name="num_features">Channels.</param>
        /// <param name="eps">ε, added to the variance.</param>
        /// <param name="momentum">The share of a new batch in the running averages.</param>
        /// <param name="affine">Whether there are γ and β.</param>
        /// <param name="track_running_stats">Whether running averages are kept.</param>
        /// <param name="device">Where parameters and buffers are.</param>
        /// <param name="dtype">The type of parameters and averages.</param>
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>In training sets each element to zero with a probability, and scales the others up.</summary>
        /// <param name="p">The probability.</param>
        /// <param name="inplace">Whether the input is changed.</param>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
        public static GELU GELU() => new(false);

        /// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
        /// <param name="inplace">Whether the input is changed.</param>
        public static GELU GELU(bool inplace) => new(inplace);

        /// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
        /// <param name="approximate">How Φ is computed.</param>
        /// <param name="inplace">Whether the input is changed.</param>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(inplace, approximate);

        /// <summary>The rectified linear unit, max(0, x).</summary>
        /// <param name="inplace">Whether the input is changed.</param>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>The function that changes nothing.</summary>
        public static Identity Identity() => new();

        /// <summary>The mean of each window of an image.</summary>
        /// <param name="kernel_size">Height and width of the window.</param>
        /// <param name="stride">Pixels from one window to the next; the window's size if null.</param>
        /// <param name="padding">Pixels of zeros on each side.</param>
        /// <param name="ceil_mode">Whether a window that runs over the border counts.</param>
        /// <param name="count_include_pad">Whether the zeros of the padding count in the mean.</param>
        /// <param name="divisor_override">What to divide the sums by instead of the window's area.</param>
        public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <inheritdoc cref="AvgPool2d(long[], long[], long[], bool, bool, long?)"/>
        public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(Both(kernel_size), Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

        /// <inheritdoc cref="AvgPool2d(long[], long[], long[], bool, bool, long?)"/>
        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(Twice(kernel_size), Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The means of windows that divide an image into a grid.</summary>
        /// <param name="output_size">Height and width of the grid.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <inheritdoc cref="AdaptiveAvgPool2d(long[])"/>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Both(output_size));

        /// <inheritdoc cref="AdaptiveAvgPool2d(long[])"/>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Twice(output_size));

        /// <summary>The largest element of each window of an image.</summary>
        /// <param name="kernel_size">Height and width of the window.</param>
        /// <param name="stride">Pixels from one window to the next; the window's size if null.</param>
        /// <param name="padding">Pixels of −∞ on each side.</param>
        /// <param name="dilation">Pixels from one element of the window to the next.</param>
        /// <param name="ceil_mode">Whether a window that runs over the border counts.</param>
        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(Twice(kernel_size), Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

        /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
        public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
            new(Both(kernel_size), Both(stride), Both(padding), Both(dilation), ceil_mode);

        /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
        public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>An empty chain of modules.</summary>
        public static Sequential Sequential() => new();

        /// <summary>Modules applied one after the other, with keys of their own.</summary>
        /// <param name="modules">The modules in order.</param>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => Sequential(modules.AsEnumerable());

        /// <summary>Modules applied one after the other, with the keys "0", "1", …</summary>
        /// <param name="modules">The modules in order.</param>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential(modules.AsEnumerable());

        /// <inheritdoc cref="Sequential(ValueTuple{string, Module{Tensor, Tensor}}[])"/>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
        {
            var result = Sequential();
            foreach (var (name, module) in modules) result.append(name, module);
            return result;
        }

        /// <inheritdoc cref="Sequential(Module{Tensor, Tensor}[])"/>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            var result = Sequential();
            foreach (var module in modules) result.append(module);
            return result;
        }

        /// <summary>A list of modules with the keys "0", "1", …</summary>
        /// <param name="modules">The modules in order.</param>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <inheritdoc cref="ModuleList(Module[])"/>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>Modules by name, in the order of their addition; the names are their keys.</summary>
        /// <param name="modules">The names and modules.</param>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <inheritdoc cref="ModuleDict(ValueTuple{string, Module}[])"/>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
        {
            var result = new ModuleDict<T>();
            foreach (var (name, module) in modules) result.Add(name, module);
            return result;
        }

        private static long[] Twice(long size) => [size, size];

        private static long[]? Twice(long? size) => size is { } value ? [value, value] : null;

        private static long[] Both((long, long) sizes) => [sizes.Item1, sizes.Item2];

        private static long[]? Both((long, long)? sizes) => sizes is { } value ? [value.Item1, value.Item2] : null;
    }
}
