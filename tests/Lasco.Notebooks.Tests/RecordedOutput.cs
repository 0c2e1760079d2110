using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Tests;

/// <summary>Keeps what cells show, for tests to look at.</summary>
public sealed class RecordedOutput : ICellOutput
{
    private readonly Lock mutex = new();
    private readonly List<(string Kind, string? Id, MimeBundle? Bundle, string? Text)> events = [];

    public IReadOnlyList<(string Kind, string? Id, MimeBundle? Bundle, string? Text)> Events
    {
        get
        {
            lock (mutex)
                return [.. events];
        }
    }

    public string Out => string.Concat(Events.Where(e => e.Kind == "stdout").Select(e => e.Text));

    public string Error => string.Concat(Events.Where(e => e.Kind == "stderr").Select(e => e.Text));

    public MimeBundle? LastResult => Events.LastOrDefault(e => e.Kind == "result").Bundle;

    /// <summary>The answer to <see cref="Ask"/>; null where nobody answers.</summary>
    public Func<string, bool, string>? Answer { get; init; }

    public void Stream(string text, bool error) => Add(error ? "stderr" : "stdout", text: text);

    public void Display(MimeBundle bundle, string? displayId = null) => Add("display", displayId, bundle);

    public void Update(MimeBundle bundle, string displayId) => Add("update", displayId, bundle);

    public void Result(MimeBundle bundle) => Add("result", bundle: bundle);

    public void Clear(bool wait) => Add(wait ? "clear later" : "clear");

    public string Ask(string prompt, bool password) => Answer is null ? throw new NotSupportedException() : Answer(prompt, password);

    private void Add(string kind, string? id = null, MimeBundle? bundle = null, string? text = null)
    {
        lock (mutex)
            events.Add((kind, id, bundle, text));
    }
}
