using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Kernel;

/// <summary>A message that waits for its turn.</summary>
/// <param name="Channel">Where it came in, and where the reply goes.</param>
/// <param name="Number">Which of all messages it is, in the order of their arrival.</param>
/// <param name="Message">What it says.</param>
internal sealed record Request(Channel Channel, long Number, Message Message)
{
    /// <summary>Its type, as execute_request.</summary>
    public string Type => Message.Type;

    /// <summary>Its content.</summary>
    public MessageContent Content => Message.Content;
}
