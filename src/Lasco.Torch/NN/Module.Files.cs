namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes the state dictionary to a file in TorchSharp's own format.</summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Keys to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                var entries = state_dict().Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                using var writer = new BinaryWriter(File.Create(location));
                writer.Write7BitEncodedInt64(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    TensorStream.Write(writer, tensor);
                }
                return this;
            }

            /// <summary>Reads parameters and buffers from a file in TorchSharp's own format.</summary>
            /// <param name="location">A file that <see cref="save"/> wrote.</param>
            /// <param name="strict">Whether the keys must be exactly the module's.</param>
            /// <param name="skip">Keys to leave alone.</param>
            /// <param name="loadedParameters">Gets the file's keys, and whether the module has them.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">The keys differ (when strict), or a type or shape does.</exception>
            /// <exception cref="EndOfStreamException">The file ends too early.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var own = state_dict();
                using var reader = new BinaryReader(File.OpenRead(location));
                var count = reader.Read7BitEncodedInt64();
                if (strict && count != own.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {own.Count}, but found {count} entries.");
                for (long i = 0; i < count; i++)
                {
                    var key = reader.ReadString();
                    var found = own.TryGetValue(key, out var tensor);
                    if (strict && !found)
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    if (found && skip?.Contains(key) != true) TensorStream.Read(reader, tensor!);
                    else TensorStream.Skip(reader);
                    loadedParameters?.Add(key, found);
                }
                return this;
            }
        }
    }
}
