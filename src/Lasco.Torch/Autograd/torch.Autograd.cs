using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of the sum of the outputs with respect to each of the inputs.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to these.</param>
        /// <param name="grad_outputs">The gradient of each output; may be left out for outputs of one element.</param>
        /// <param name="retain_graph">Keep what a second pass needs.</param>
        /// <param name="create_graph">Record the pass itself, for gradients of gradients.</param>
        /// <param name="allow_unused">
        /// Give an invalid tensor (<see cref="Tensor.IsInvalid"/>) for an input that no output depends on, rather than throw.
        /// </param>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            using var outs = new TensorHandles(outputs);
            using var ins = new TensorHandles(inputs);
            using var grads = new TensorHandles(grad_outputs);
            return LibTorch.lt_grad_of(
                outs.Span, outs.Count, ins.Span, ins.Count, grads.Span, grads.Count, retain_graph, create_graph, allow_unused).ToList();
        }

        /// <summary>Adds the gradients of the sum of the tensors to those of the leaves.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            using var outs = new TensorHandles(tensors);
            using var grads = new TensorHandles(grad_tensors);
            using var ins = new TensorHandles(inputs);
            LibTorch.lt_backward(
                outs.Span, outs.Count, grads.Span, grads.Count, retain_graph ?? create_graph, create_graph, ins.Span, ins.Count);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);
    }
}
