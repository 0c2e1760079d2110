using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The number of dimensions.</summary>
        public long Dimensions => LibTorch.lt_ndim(this);

        /// <inheritdoc cref="Dimensions"/>
        public long dim() => Dimensions;

        /// <inheritdoc cref="Dimensions"/>
        public long ndim => Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => LibTorch.lt_numel(this);

        /// <inheritdoc cref="NumberOfElements"/>
        public long numel() => NumberOfElements;

        /// <summary>The bytes of one element.</summary>
        public long ElementSize => LibTorch.lt_element_size(this);

        /// <inheritdoc cref="ElementSize"/>
        public long element_size() => ElementSize;

        /// <summary>The size of each dimension, in a new array.</summary>
        public long[] shape
        {
            get
            {
                var result = new long[ndim];
                LibTorch.lt_shape(this, result);
                return result;
            }
        }

        /// <inheritdoc cref="shape"/>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative numbers count from the last.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long size(int dim) => shape[Dimension(dim)];

        /// <summary>The step, in elements, along each dimension.</summary>
        public long[] stride()
        {
            var result = new long[ndim];
            LibTorch.lt_strides(this, result);
            return result;
        }

        /// <summary>The step, in elements, along one dimension; negative numbers count from the last.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long stride(int dim) => stride()[Dimension(dim)];

        /// <summary>Where in its storage the first element lies, in elements.</summary>
        public long storage_offset() => LibTorch.lt_storage_offset(this);

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)LibTorch.lt_dtype(this);

        /// <summary>Where the elements lie.</summary>
        public Device device => device_type == DeviceType.CPU ? CPU : new Device(device_type, device_index);

        /// <summary>Which of the devices of its kind; -1 on the CPU.</summary>
        public int device_index => LibTorch.lt_device_index(this);

        public DeviceType device_type => (DeviceType)LibTorch.lt_device_type(this);

        public bool is_sparse => LibTorch.lt_is_sparse(this);

        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements lie in memory in row-major order without gaps.</summary>
        public bool is_contiguous() => LibTorch.lt_is_contiguous(this);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the tensor, which must have one element, is not zero.</summary>
        public bool is_nonzero() => ToScalar().ToBoolean();

        private int Dimension(int dim)
        {
            var count = (int)ndim;
            if (dim < -count || dim >= count)
                throw new ArgumentOutOfRangeException(nameof(dim), dim, $"A tensor of {count} dimensions has none of this number.");
            return dim < 0 ? dim + count : dim;
        }
    }
}
