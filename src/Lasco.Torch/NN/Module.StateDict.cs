namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters and persistent buffers of the module and all below it, by key: first all parameters, then
            /// all buffers. The tensors are the module's own, not copies.
            /// </summary>
            /// <param name="destination">Where to add them; a new dictionary if null. Keys that it has stay as they are.</param>
            /// <param name="prefix">What to put before each key, with a dot between.</param>
            /// <returns>The dictionary.</returns>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string key) => string.IsNullOrEmpty(prefix) ? key : $"{prefix}.{key}";
                foreach (var (key, parameter) in named_parameters()) destination.TryAdd(Key(key), parameter);
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(Key(key), buffer);
                // A second key of a shared parameter, and whatever a child that overrides this adds.
                foreach (var (key, child) in named_children()) child.state_dict(destination, Key(key));
                return destination;
            }

            /// <summary>Copies tensors into the parameters and buffers of the same keys, converting their type and device.</summary>
            /// <param name="source">The tensors.</param>
            /// <param name="strict">Whether the keys must be exactly the module's.</param>
            /// <param name="skip">Keys to leave alone on both sides.</param>
            /// <returns>The module's keys that the source lacks, and the source's that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">
            /// The keys differ (when strict), or a shape does; nothing was copied then.
            /// </exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var skipped = skip is null ? [] : skip.ToHashSet();
                var destination = state_dict();
                var missing = destination.Keys.Where(key => !skipped.Contains(key) && !source.ContainsKey(key)).ToList();
                var unexpected = source.Keys.Where(key => !skipped.Contains(key) && !destination.ContainsKey(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary."
                        + (missing.Count > 0 ? $" Missing keys: {string.Join(", ", missing)}." : "")
                        + (unexpected.Count > 0 ? $" Unexpected keys: {string.Join(", ", unexpected)}." : ""));

                var common = source.Where(entry => !skipped.Contains(entry.Key) && destination.ContainsKey(entry.Key)).ToList();
                var misfits = common
                    .Where(entry => !entry.Value.shape.AsSpan().SequenceEqual(destination[entry.Key].shape))
                    .Select(entry => $"{entry.Key} has shape [{string.Join(", ", entry.Value.shape)}] in the source "
                                     + $"and [{string.Join(", ", destination[entry.Key].shape)}] in the module")
                    .ToList();
                if (misfits.Count > 0)
                    throw new InvalidOperationException($"The loaded state_dict does not fit the module: {string.Join("; ", misfits)}.");

                using var noGrad = no_grad();
                using var scope = NewDisposeScope();
                foreach (var (key, tensor) in common) destination[key].copy_(tensor);
                return (missing, unexpected);
            }
        }
    }
}
