using System.Text.Json;

namespace Lasco.Notebooks.Protocol;

/// <summary>A message of Jupyter's protocol that a client sent.</summary>
/// <param name="Identities">The frames before the message proper: who sent it, for the answer to find its way.</param>
/// <param name="Header">The header as it came, to be echoed as the parent of every answer.</param>
/// <param name="Type">What it asks for, as execute_request.</param>
/// <param name="Metadata">Its metadata, an object.</param>
/// <param name="Content">Its content, an object.</param>
internal sealed record Message(IReadOnlyList<byte[]> Identities, byte[] Header, string Type, JsonElement Metadata, MessageContent Content);
