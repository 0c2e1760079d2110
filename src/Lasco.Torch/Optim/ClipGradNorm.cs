using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to parameters between the gradient and the step.</summary>
        public static partial class utils
        {
            /// <summary>Scales the gradients so that their norm, all of them taken as one vector, is at most a bound.</summary>
            /// <param name="tensors">The parameters; those without a gradient are passed over.</param>
            /// <param name="max_norm">The bound.</param>
            /// <param name="norm_type">The p of the norm; infinity for the largest element.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var handles = new TensorHandles(tensors.ToArray());
                LibTorch.lt_clip_grad_norm(handles.Span, handles.Count, max_norm, norm_type, out var norm);
                return norm;
            }
        }
    }
}
