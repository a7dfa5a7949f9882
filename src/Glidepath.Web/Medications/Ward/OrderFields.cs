using System.Globalization;
using Glidepath.Application.Medications;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;
using static Glidepath.Web.Medications.WardText;

namespace Glidepath.Web.Medications;

/// <summary>How an order is asked for in a form, and read from it.</summary>
internal static class OrderFields
{
    /// <param name="isAsNeeded">Else at set times: what the other kind asks for is not on the form.</param>
    public static FormField[] All(bool isAsNeeded) =>
        [
            new("drug", T["OrderDrug"], FieldKind.Line, "order.drug") { IsNeeded = true },
            new("amount", T["OrderAmount"], FieldKind.Line, "order.amount")
            {
                IsNeeded = true,
                Most = 12,
                Hint = T["OrderAmountHint"],
            },
            new("unit", T["OrderUnit"], FieldKind.Line, "order.unit") { IsNeeded = true, Most = 20 },
            .. isAsNeeded
                ? new FormField[]
                {
                    new("gap", T["OrderGap"], FieldKind.Line, "order.gap") { Most = 5 },
                    new("most", T["OrderMostADay"], FieldKind.Line, "order.most-a-day") { Most = 3 },
                    new("effect", T["OrderEffect"], FieldKind.Line, "order.effect") { Most = 5 },
                    new("rescue", T["OrderRescue"], FieldKind.Pick, "order.prn") { Choices = Choices<RescueKind>(r => r.InWords()) },
                }
                :
                [
                    new("times", T["OrderTimes"], FieldKind.Line, "order.times") { Hint = T["OrderTimesHint"] },
                    new("made", T["OrderMadeOf"], FieldKind.Line, "piece") { Most = 400, Hint = T["OrderMadeOfHint"] },
                ],
            new("route", T["OrderRoute"], FieldKind.Pick, "order.route")
            {
                IsNeeded = true,
                Choices = Choices<MedicationRoute>(r => r.InWords()),
            },
            new("indication", T["OrderIndication"], FieldKind.Line, "order.indication") { IsNeeded = true },
            new("look", T["OrderAskLook"], FieldKind.Tick) { Hint = T["OrderAskLookHint"] },
            new("from", T["OrderStartsOn"], FieldKind.Day, "order.starts") { Hint = T["OrderStartsHint"] },
            new("from-at", T["OrderStartsAt"], FieldKind.Line) { Most = 5 },
            new("until", T["OrderStopsOn"], FieldKind.Day, "order.stops") { Hint = T["OrderStopsHint"] },
            new("until-at", T["OrderStopsAt"], FieldKind.Line, "order.rescue-days") { Most = 5 },
        ];

    public static Dictionary<string, string?> Of(OrderDetails? order, DateTime? stopsAt = null, TimeZoneInfo? zone = null) =>
        order is null
            ? new() { ["unit"] = "mg", ["route"] = nameof(MedicationRoute.Oral) }
            : new()
            {
                ["drug"] = order.Drug,
                ["amount"] = SafeNumber.Write(order.AsNeeded?.Amount ?? order.Doses[0].Amount),
                ["unit"] = order.Unit,
                ["times"] = string.Join(", ", order.Doses.Select(d => Time(d, order.Doses[0].Amount))),
                ["made"] = Made(order),
                ["route"] = order.Route.ToString(),
                ["indication"] = order.Indication,
                ["look"] = order.AskLook ? "yes" : null,
                ["gap"] = order.AsNeeded?.LeastGapMinutes.ToString(CultureInfo.InvariantCulture),
                ["most"] = order.AsNeeded?.MostADay.ToString(CultureInfo.InvariantCulture),
                ["effect"] = order.AsNeeded?.EffectMinutes.ToString(CultureInfo.InvariantCulture),
                ["rescue"] = order.AsNeeded?.Rescue.ToString(),
                ["until"] = stopsAt is { } at ? LocalDay.Of(at, zone!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                ["until-at"] = stopsAt is { } stops ? LocalTime.Of(stops, zone!).ToShortClock() : null,
            };

    /// <summary>After the form was checked.</summary>
    /// <param name="of">What the form was filled in from: where its doses were left as they are, so is what they are made of.</param>
    public static OrderAsked Read(PostedForm form, OrderDetails? of, bool isAsNeeded)
    {
        var amount = Amount(form["amount"]);
        var doses = OrderDose.Read(form["times"], amount);
        var made = GivenPiece.Read(form["made"]);
        var asked = new OrderDetails(
            form["drug"]!,
            form["unit"]!,
            isAsNeeded ? [] : [.. doses.Select(d => d with { Pieces = PiecesOf(d, made, of, form["made"]) })],
            form.Enum<MedicationRoute>("route")!.Value,
            form["indication"]!,
            isAsNeeded
                ? new(
                    amount,
                    Number(form["gap"]),
                    Number(form["most"]),
                    Number(form["effect"]),
                    form.Enum<RescueKind>("rescue") ?? RescueKind.None
                )
                : null
        )
        {
            AskLook = form.IsTicked("look"),
            // Other doses are no longer those of the step of the taper.
            From = of is not null && IsSame(of.Doses, doses) ? of.From : null,
        };
        return new(asked, form.Day("from"), Clock(form["from-at"]), form.Day("until"), Clock(form["until-at"]));
    }

    private static IReadOnlyList<GivenPiece> PiecesOf(OrderDose dose, IReadOnlyList<GivenPiece> made, OrderDetails? of, string? written) =>
        of is not null
        && written == Made(of)
        && of.Doses.FirstOrDefault(d => d.Minutes == dose.Minutes && d.Amount == dose.Amount) is { } same
            ? same.Pieces
            : made;

    private static bool IsSame(IReadOnlyList<OrderDose> one, IReadOnlyList<OrderDose> other) =>
        one.Select(d => (d.Minutes, d.Amount)).SequenceEqual(other.OrderBy(d => d.Minutes).Select(d => (d.Minutes, d.Amount)));

    private static string Made(OrderDetails order) => order.Doses.Count == 0 ? "" : string.Join("; ", order.Doses[0].Pieces);

    private static string Time(OrderDose dose, decimal usual) =>
        dose.Amount == usual ? dose.Time.ToShortClock() : $"{dose.Time.ToShortClock()} {SafeNumber.Write(dose.Amount)}";

    private static decimal Amount(string? text) =>
        FormReader.IsNumber(text, out var amount) ? amount : throw new RuleViolationException("order.amount.unread", ("given", text));

    /// <summary>What is no number is out of every range.</summary>
    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static TimeOnly? Clock(string? text) =>
        text is null ? null
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw new RuleViolationException("order.times.unread", ("given", text));

    private static Choice[] Choices<TEnum>(Func<TEnum, string> words)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(v => new Choice(v.ToString(), words(v)))];
}
