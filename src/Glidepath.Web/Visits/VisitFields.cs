using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Application.Visits;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;
using static Glidepath.Web.Visits.VisitsText;

namespace Glidepath.Web.Visits;

/// <summary>How a visit is asked for and shown in a form.</summary>
internal static class VisitFields
{
    public static FormField[] All(IReadOnlyList<VisitStaff> staff) =>
        [
            new("kind", T["KindOfVisit"], FieldKind.Pick, "visit.kind")
            {
                IsNeeded = true,
                Choices = [.. Enum.GetValues<AppointmentKind>().Select(k => new Choice(k.ToString(), k.InWords()))],
            },
            new("with", T["With"], FieldKind.Pick, "visit.with")
            {
                IsNeeded = true,
                Choices = [.. staff.Select(s => new Choice(s.Id.ToString(), s.IsOnTeam ? T["OnTheCareTeam", s.Name] : s.Name))],
            },
            new("on", T["Day"], FieldKind.Day, "visit.day") { IsNeeded = true },
            new("at", T["Time"], FieldKind.Line, "visit.time")
            {
                IsNeeded = true,
                Most = 40,
                Hint = T["TimeLike"],
            },
            new("minutes", T["LengthInMinutes"], FieldKind.Number, "visit.minutes") { IsNeeded = true, Unit = T["Minutes"] },
            new("place", T["Place"], FieldKind.Line, "visit.place") { Hint = T["EmptyForThisProgram"] },
            new("link", T["LinkOfAVideoVisit"], FieldKind.Line, "visit.link") { Most = 500, Hint = T["BeginsWithHttps"] },
        ];

    public static Dictionary<string, string?> Empty() => new() { ["minutes"] = "30" };

    public static Dictionary<string, string?> Of(Appointment visit) =>
        new()
        {
            ["kind"] = visit.Kind.ToString(),
            ["with"] = visit.WithAccountId.ToString(),
            ["on"] = visit.Details.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["at"] = visit.Details.At.Clock(),
            ["minutes"] = visit.Details.Minutes.ToString(CultureInfo.InvariantCulture),
            ["place"] = visit.Details.Place,
            ["link"] = visit.Details.Link,
        };

    /// <summary>After the form was checked.</summary>
    /// <returns>Null where the time or the length was not understood, which is said.</returns>
    public static VisitAsked? Read(PostedForm form, FieldErrors errors)
    {
        if (!FormReader.IsTime(form["at"], out var at))
            errors.Add("at", T["TimeNotUnderstood", form["at"] ?? ""]);
        if (form.Number("minutes") is not { } minutes || minutes != decimal.Truncate(minutes))
            errors.Add("minutes", T["MinutesAreWhole", form["minutes"] ?? ""]);
        else if (!errors.Any)
            return new(
                form.Enum<AppointmentKind>("kind")!.Value,
                form.Id("with")!.Value,
                new(form.Day("on")!.Value, at, (int)minutes, form["place"], form["link"])
            );
        return null;
    }
}
