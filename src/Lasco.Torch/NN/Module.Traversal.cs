using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The module's parameters and their keys, its own first; a shared parameter once.</summary>
            /// <param name="recurse">Whether to go down to the children.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (key, parameter) in _parameters)
                    if (seen.Add(parameter)) yield return (key, parameter);
                if (!recurse) yield break;
                foreach (var (key, child) in named_children())
                    foreach (var (rest, parameter) in child.named_parameters(true))
                        if (seen.Add(parameter)) yield return ($"{key}.{rest}", parameter);
            }

            /// <summary>The module's parameters, its own first; a shared parameter once.</summary>
            /// <param name="recurse">Whether to go down to the children.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(named => named.parameter);

            /// <summary>The module's buffers and their keys, its own first; a shared buffer once.</summary>
            /// <param name="recurse">Whether to go down to the children.</param>
            /// <param name="include_nonpersistent">Whether to list buffers that no state dictionary holds.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (key, (tensor, persistent)) in _buffers)
                    if ((persistent || include_nonpersistent) && seen.Add(tensor)) yield return (key, tensor);
                if (!recurse) yield break;
                foreach (var (key, child) in named_children())
                    foreach (var (rest, buffer) in child.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer)) yield return ($"{key}.{rest}", buffer);
            }

            /// <summary>The module's buffers, its own first; a shared buffer once.</summary>
            /// <param name="recurse">Whether to go down to the children.</param>
            /// <param name="include_nonpersistent">Whether to list buffers that no state dictionary holds.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            /// <summary>The modules directly below this one, and their keys.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _submodules.Select(entry => (entry.Key, entry.Value));

            /// <summary>The modules directly below this one.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(named => named.module);

            /// <summary>All modules below this one and their keys: first the children, then what is below each of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children()) yield return child;
                foreach (var (key, child) in named_children())
                    foreach (var (rest, module) in child.named_modules()) yield return ($"{key}.{rest}", module);
            }

            /// <summary>All modules below this one: first the children, then what is below each of them.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(named => named.module);

            /// <summary>Whether there is a parameter of that key, which may lead to a child.</summary>
            /// <param name="target">A key such as <c>encoder.0.weight</c>.</param>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of that key, which may lead to a child.</summary>
            /// <param name="target">A key such as <c>norm.running_mean</c>.</param>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter of that key, or null.</summary>
            /// <param name="target">A key such as <c>encoder.0.weight</c>.</param>
            public virtual Parameter? get_parameter(string target) =>
                _parameters.TryGetValue(target, out var parameter) ? parameter
                    : Below(target) is var (child, rest) ? child.get_parameter(rest) : null;

            /// <summary>The buffer of that key, or null.</summary>
            /// <param name="target">A key such as <c>norm.running_mean</c>.</param>
            public virtual Tensor? get_buffer(string target) =>
                _buffers.TryGetValue(target, out var buffer) ? buffer.tensor
                    : Below(target) is var (child, rest) ? child.get_buffer(rest) : null;

            private (Module child, string rest)? Below(string target)
            {
                var dot = target.IndexOf('.');
                if (dot < 0) return null;
                foreach (var (key, child) in named_children())
                    if (target.AsSpan(0, dot).SequenceEqual(key)) return (child, target[(dot + 1)..]);
                return null;
            }
        }
    }
}
