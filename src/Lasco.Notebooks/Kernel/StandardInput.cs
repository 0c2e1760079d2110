using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Kernel;

/// <summary>Questions to the user, one at a time.</summary>
/// <param name="wire">Carries them.</param>
internal sealed class StandardInput(Wire wire)
{
    private readonly Lock oneAtATime = new();
    private volatile TaskCompletionSource<string>? pending;

    /// <summary>Asks the client that sent a request, and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted meanwhile.</exception>
    public string Ask(Request request, string prompt, bool password)
    {
        lock (oneAtATime)
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            pending = answer;
            try
            {
                wire.Ask(request, Contents.InputRequest(prompt, password));
                return answer.Task.GetAwaiter().GetResult();
            }
            finally
            {
                pending = null;
            }
        }
    }

    /// <summary>Hands over an answer; one that nobody waits for is dropped.</summary>
    public void Answer(Request reply) => pending?.TrySetResult(reply.Content.Text("value"));

    /// <summary>Ends the waiting for an answer.</summary>
    public void Cancel() => pending?.TrySetCanceled();
}
