using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Glidepath.Web.Tests.Shared;

/// <summary>Commands that one host sends to its store, by its file or the name of its database.</summary>
internal sealed class SqlCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _store;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<string> _said = [];

    public SqlCount(string store)
    {
        // An open file says its address with all links followed: its folder and its own name are what both have in common.
        _store = Path.IsPathRooted(store) ? Path.Combine(Path.GetFileName(Path.GetDirectoryName(store)!), Path.GetFileName(store)) : store;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Since it was asked last.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_said)
        {
            List<string> said = [.. _said];
            _said.Clear();
            return said;
        }
    }

    /// <summary>How many of these since it was asked last to <see cref="Take"/> them.</summary>
    public int Seen(Func<string, bool> which)
    {
        lock (_said)
            return _said.Count(which);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Value is CommandEventData { Command: { Connection: { } connection } command }
            && (connection.Database == _store || connection.DataSource.Contains(_store, StringComparison.Ordinal))
        )
            lock (_said)
                _said.Add(command.CommandText);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
