using Glidepath.Treatment.Messages;

namespace Glidepath.Application.Messages;

/// <summary><c>Messages</c> in the configuration: by when messages of patients are read. Program rule where nothing is set.</summary>
internal sealed class MessagesOptions
{
    /// <summary>The end of a reading day where the program is, such as <c>17:00</c>.</summary>
    public TimeOnly ReadBy { get; set; } = ReadingHours.Default.By;

    /// <summary>Of the week; none for Monday to Friday.</summary>
    public DayOfWeek[] Days { get; set; } = [];

    /// <summary>Days on which nobody reads all the same, such as <c>2026-12-25</c>.</summary>
    public DateOnly[] ClosedOn { get; set; } = [];

    /// <summary>False for a node that only serves pages, beside others that remind.</summary>
    public bool Rounds { get; set; } = true;

    public ReadingHours Hours => new(ReadBy, Days is [] ? ReadingHours.Default.Days : Days, ClosedOn);
}
