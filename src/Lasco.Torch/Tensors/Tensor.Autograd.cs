using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether the user made the tensor, rather than an operation whose history is recorded.</summary>
        public bool is_leaf => LibTorch.lt_is_leaf(this);

        /// <summary>Whether operations on the tensor are recorded, for gradients.</summary>
        public bool requires_grad
        {
            get => LibTorch.lt_requires_grad(this);
            set => LibTorch.lt_set_requires_grad(this, value);
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Makes backward passes keep this tensor's gradient though it is no leaf.</summary>
        public void retain_grad() => LibTorch.lt_retain_grad(this);

        /// <summary>What backward passes have added up, behind a new handle; null before the first one.</summary>
        public Tensor? grad
        {
            get
            {
                LibTorch.lt_grad(this, out var result);
                return result == 0 ? null : new Tensor(result);
            }
            set => LibTorch.lt_set_grad(this, value);
        }

        /// <summary>The same elements without their history.</summary>
        public Tensor detach() => LibTorch.lt_detach(this);

        /// <summary>Makes the tensor forget its history.</summary>
        public Tensor detach_()
        {
            LibTorch.lt_detach_(this);
            return this;
        }

        /// <summary>Adds the gradients of this tensor, which must have one element, to those of the leaves.</summary>
        public void backward() => autograd.backward(this);

        /// <param name="grad_tensors">The gradient of this tensor; 1 if left out.</param>
        /// <param name="retain_graph">Keep what a second pass needs.</param>
        /// <param name="create_graph">Record the pass itself, for gradients of gradients.</param>
        /// <param name="inputs">Where gradients are added up; all leaves if left out.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph, create_graph, inputs);
    }
}
