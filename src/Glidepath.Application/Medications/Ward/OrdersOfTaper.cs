using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;

namespace Glidepath.Application.Medications;

/// <summary>
/// What a ward is to give by the version of a taper that a prescriber approved: one order for each medicine of the step in force. The area
/// of the taper hands it over; nothing is ordered by it until a prescriber does.
/// </summary>
/// <param name="Of">Made of <paramref name="Parts"/>; none where there is no such taper. It reads nothing itself.</param>
public sealed record OrdersOfTaper(IReadOnlyList<RecordPart> Parts, Func<PersonInView, IReadOnlyList<OrderDetails>> Of);
