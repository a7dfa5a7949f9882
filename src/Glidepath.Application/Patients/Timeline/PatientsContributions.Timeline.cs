using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

internal static partial class PatientsContributions
{
    private static readonly TimelineRows[] OnTimeline =
    [
        TimelineRows.Of<EpisodeMove>(m =>
            new(
                m.Id,
                HappeningKind.Move,
                m.On,
                m.RecordedAt,
                m.RecordedBy,
                m.Kind switch
                {
                    EpisodeMoveKind.Opening => "Episode of care opened",
                    EpisodeMoveKind.Forward or EpisodeMoveKind.Return => m.DischargeReason is { } why
                        ? T["MovedBecause", Terms.Of(m.From?.Words() ?? ""), Lower(m.To.Words()), Lower(why.Words())]
                        : T["MovedTo", Terms.Of(m.From?.Words() ?? ""), Lower(m.To.Words())],
                    EpisodeMoveKind.Reversal => T["TakenBackAgainIn", Lower(m.To.Words())],
                },
                m.Reason,
                null,
                m.ReversesId
            )
        ),
        TimelineRows.Of<SettingDecision>(d =>
            new(
                d.Id,
                HappeningKind.Decision,
                d.On,
                d.RecordedAt,
                d.RecordedBy,
                T["SettingWord", Terms.Of(d.Setting.Words())],
                d.Reason,
                d.AmendmentReason,
                d.AmendsId
            )
        ),
        TimelineRows.Of<InpatientDiscussion>(d =>
            new(
                d.Id,
                HappeningKind.Decision,
                d.On,
                d.RecordedAt,
                d.RecordedBy,
                T["InpatientCareTalkedAbout", Terms.Of(d.Outcome.Words())],
                d.WhatThePersonSaid,
                d.AmendmentReason,
                d.AmendsId
            )
        ),
        TimelineRows.Of<ControllingDoseNote>(n =>
            new(
                n.Id,
                HappeningKind.Decision,
                n.On,
                n.RecordedAt,
                n.RecordedBy,
                n.IsSettled ? "Controlling dose found" : "Controlling dose, still looking",
                $"{n.Given}. {n.Observed}",
                n.AmendmentReason,
                n.AmendsId
            )
        ),
        TimelineRows.Of<Condition>(p =>
            new(
                p.Id,
                HappeningKind.Problem,
                p.On,
                p.RecordedAt,
                p.RecordedBy,
                T["ProblemWord", Terms.Of(p.Title)],
                p.Status is ConditionStatus.Active ? p.Code : p.Status.Words()
            )
        ),
    ];

    private static string Lower(string words) => Terms.Of(words).ToLowerInvariant();
}
