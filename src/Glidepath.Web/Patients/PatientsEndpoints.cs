using Glidepath.Application.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Accounts;
using Glidepath.Web.Privacy;
using Glidepath.Web.Shared;
using static Glidepath.Web.Patients.PatientAnswers;

namespace Glidepath.Web.Patients;

/// <summary>
/// What the pages do, for other software. A POST has an <c>Idempotency-Key</c>; a change has the version it was made to in <c>If-Match</c>.
/// </summary>
internal static class PatientsEndpoints
{
    public static void MapPatientsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/patients")
            .WithTags("Patients")
            .DisableAntiforgery()
            .AddEndpointFilter<LostUpdateFilter>()
            .ProducesProblem(404)
            .ProducesProblem(409);
        Reads(api);
        Posts(api);
        Changes(api);
        api.MapPost(
                "/{id:guid}/door/letter/prints",
                async (Guid id, SendLetter sent, LetterService s, CancellationToken stop) =>
                    Found(await s.PrintLetterAsync(id, sent.LeaveOut.ToHashSet(), stop))
            )
            .WithName("PrintLetter")
            .WithSummary("The letter as it leaves, with its notice. Each answer is a disclosure of its own and is accounted as one.")
            .As(Policies.Clinician, AuditExpectation.Write)
            .WithMetadata(new StepUpAttribute())
            .ProducesValidationProblem();
        app.MapGet("/api/care-teams", async (CareTeamService s, CancellationToken stop) => TypedResults.Ok(await s.TeamsAsync(stop)))
            .WithName("CareTeams")
            .WithTags("Patients")
            .WithSummary("Who treats whom, by record number.")
            .As(Policies.Director, AuditExpectation.Read);
        app.MapGet("/api/today", async (TodayService today, CancellationToken stop) => TypedResults.Ok(await today.TodayAsync(stop)))
            .WithName("Today")
            .WithTags("Patients")
            .As(Policies.RecordReader, AuditExpectation.Read);
    }

    private static void Reads(RouteGroupBuilder api)
    {
        api.MapGet("", async (PatientRegistry s, CancellationToken stop) => TypedResults.Ok(await s.MineAsync(stop)))
            .WithName("MyPatients")
            .As(Policies.RecordReader, AuditExpectation.Read);
        api.MapPost(
                "/search",
                async (FindPatients f, PatientRegistry s, CancellationToken stop) =>
                    TypedResults.Ok(await s.SearchAsync(f.Names, f.DateOfBirth, f.Phone, stop))
            )
            .WithName("FindPatients")
            .As(Policies.RecordReader, AuditExpectation.Read);
        api.MapGet("/{id:guid}", async (Guid id, OverviewService s, CancellationToken stop) => Found(await s.OverviewAsync(id, stop)))
            .WithName("Patient")
            .As(Policies.RecordReader, AuditExpectation.Read);
        api.MapGet(
                "/{id:guid}/details",
                async (Guid id, DetailsService s, HttpResponse r, CancellationToken stop) =>
                    Found((await s.DetailsAsync(id, stop))?.Patient, r)
            )
            .WithName("Details")
            .As(Policies.Registering, AuditExpectation.Read);
        api.MapGet(
                "/{id:guid}/contacts",
                async (Guid id, DetailsService s, CancellationToken stop) => Found((await s.ContactsAsync(id, stop))?.Contacts)
            )
            .WithName("Contacts")
            .As(Policies.Registering, AuditExpectation.Read);
        api.MapGet(
                "/{id:guid}/episode",
                async (Guid id, EpisodesService s, HttpResponse r, CancellationToken stop) =>
                    await s.EpisodeAsync(id, stop) is { } e ? Found(e, r, e.Episode?.Version) : NoSuchPerson()
            )
            .WithName("Episode")
            .As(Policies.RecordReader, AuditExpectation.Read);
        api.MapGet("/{id:guid}/door", async (Guid id, PathwayService s, CancellationToken stop) => Found(await s.DoorAsync(id, stop)))
            .WithName("Door")
            .As(Policies.Clinician, AuditExpectation.Read);
        api.MapGet(
                "/{id:guid}/door/letter",
                async (Guid id, LetterService s, CancellationToken stop) => Found(await s.LetterAsync(id, new HashSet<string>(), stop))
            )
            .WithName("Letter")
            .As(Policies.Clinician, AuditExpectation.Read);
        api.MapGet(
                "/{id:guid}/setting",
                async (Guid id, SettingService s, CancellationToken stop) => Found(await s.SettingAsync(id, new SettingJudgement(), stop))
            )
            .WithName("Setting")
            .As(Policies.Clinician, AuditExpectation.Read);
        api.MapGet(
                "/{id:guid}/problems",
                async (Guid id, ProblemsService s, CancellationToken stop) => Found(await s.ProblemsAsync(id, false, stop))
            )
            .WithName("Problems")
            .As(Policies.Clinician, AuditExpectation.Read);
        api.MapGet("/{id:guid}/care-team", async (Guid id, CareTeamService s, CancellationToken stop) => Found(await s.TeamAsync(id, stop)))
            .WithName("CareTeam")
            .As(Policies.CareTeam, AuditExpectation.Read);
    }

    private static void Posts(RouteGroupBuilder api)
    {
        Post<PatientRegistry, SendDetails>(
            api,
            "",
            "RegisterPatient",
            Policies.Registering,
            async (s, _, b, once, _, stop) => await s.RegisterAsync(b.ToDetails(), null, once, stop)
        );
        Post<DetailsService, SendContact>(
            api,
            "/{id:guid}/contacts",
            "AddContact",
            Policies.Registering,
            (s, id, b, once, _, stop) => s.AddContactAsync(id, b.ToDetails(), once, stop)
        );
        Post<EpisodesService, SendReason>(
            api,
            "/{id:guid}/episode",
            "OpenEpisode",
            Policies.Registering,
            (s, id, b, once, _, stop) => s.OpenEpisodeAsync(id, b.Reason, once, stop)
        );
        Post<EpisodesService, SendMove>(
            api,
            "/{id:guid}/episode/moves",
            "Move",
            Policies.Registering,
            (s, id, b, once, version, stop) => s.MoveAsync(id, version, b.To, b.On, b.Reason, b.Discharge, once, stop, b.WhyNotAsked)
        );
        Post<EpisodesService, SendReason>(
            api,
            "/{id:guid}/episode/reversals",
            "TakeBack",
            Policies.Registering,
            (s, id, b, once, version, stop) => s.ReverseAsync(id, version, b.Reason, once, stop)
        );
        Post<PathwayService, SendTalk>(
            api,
            "/{id:guid}/door/two/talks",
            "RecordTalk",
            Policies.Clinician,
            (s, id, b, once, _, stop) => s.NoteTalkAsync(id, b.On, b.Outcome, b.WhatThePersonSaid, b.NextStep, b.Amends, b.Why, once, stop)
        );
        Post<PathwayService, SendNote>(
            api,
            "/{id:guid}/door/two/notes",
            "RecordNote",
            Policies.Prescriber,
            (s, id, b, once, _, stop) => s.NoteDoseAsync(id, b.On, b.Given, b.Observed, b.IsSettled, b.Amends, b.Why, once, stop)
        );
        Post<SettingService, SendSetting>(
            api,
            "/{id:guid}/setting",
            "DecideSetting",
            Policies.Clinician,
            async (s, id, b, once, _, stop) =>
                await s.SettingAsync(id, b.Judgement, stop) is { } seen
                    ? await s.DecideSettingAsync(
                        id,
                        b.On,
                        b.Setting,
                        b.Reason,
                        b.WhatThePersonWants,
                        [.. seen.Findings.Select(f => f.Rule)],
                        b.Amends,
                        b.Why,
                        once,
                        stop
                    )
                    : null
        );
        Post<ProblemsService, SendProblem>(
            api,
            "/{id:guid}/problems",
            "AddProblem",
            Policies.Prescriber,
            (s, id, b, once, _, stop) => s.AddProblemAsync(id, b.Code, b.On, b.Basis, b.DiagnosesUseDisorder, once, stop)
        );
        Post<CareTeamService, SendMember>(
                api,
                "/{id:guid}/care-team",
                "JoinCareTeam",
                Policies.Director,
                (s, id, b, once, _, stop) => s.JoinTeamAsync(id, b.AccountId, b.Role, b.From, once, stop)
            )
            .WithMetadata(new StepUpAttribute());
    }

    private static void Changes(RouteGroupBuilder api)
    {
        Put<DetailsService, SendDetails>(
            api,
            "/{id:guid}/details",
            "ChangeDetails",
            Policies.Registering,
            (s, id, _, b, v, stop) => s.ChangeDetailsAsync(id, v, _ => b.ToDetails(), stop),
            async (s, id, _, stop) => (await s.DetailsAsync(id, stop))?.Patient
        );
        Put<DetailsService, CommunicationPreferences>(
            api,
            "/{id:guid}/preferences",
            "ChangePreferences",
            Policies.Registering,
            (s, id, _, b, v, stop) => s.PreferAsync(id, v, b, stop),
            async (s, id, _, stop) => (await s.DetailsAsync(id, stop))?.Patient.Preferences
        );
        Put<DetailsService, SendContact>(
            api,
            "/{id:guid}/contacts/{entry:guid}",
            "ChangeContact",
            Policies.Registering,
            (s, id, e, b, v, stop) => s.ChangeContactAsync(id, e, v, c => c.Change(b.ToDetails()), stop),
            async (s, id, e, stop) => (await s.ContactsAsync(id, stop))?.Contacts.FirstOrDefault(c => c.Id == e)
        );
        Put<DetailsService, SendLastDay>(
            api,
            "/{id:guid}/contacts/{entry:guid}/end",
            "EndContact",
            Policies.Registering,
            (s, id, e, b, v, stop) => s.ChangeContactAsync(id, e, v, c => c.End(b.LastDay), stop),
            async (s, id, e, stop) => (await s.ContactsAsync(id, stop))?.Contacts.FirstOrDefault(c => c.Id == e)
        );
        Put<EpisodesService, SendDoor>(
            api,
            "/{id:guid}/episode/door",
            "ComeInBy",
            Policies.Registering,
            (s, id, _, b, v, stop) => s.ComeInByAsync(id, v, b.Door, stop),
            async (s, id, _, stop) => (await s.EpisodeAsync(id, stop))?.Episode
        );
        Put<PathwayService, SendDoorOne>(
            api,
            "/{id:guid}/door/one",
            "ChangeDoorOne",
            Policies.Clinician,
            (s, id, _, b, v, stop) =>
                s.ChangeDoorOneAsync(
                    id,
                    v,
                    d =>
                    {
                        d.NamePrescriber(b.Prescriber, b.PrescriberContact, b.WhatThePrescriberKnows);
                        d.ListPrescriptions(b.Prescriptions);
                        d.Ask(b.OwnQuestions);
                        d.Refer(b.Referrals);
                    },
                    stop
                ),
            async (s, id, _, stop) => (await s.DoorAsync(id, stop))?.One
        );
        Put<PathwayService, SendDoorTwo>(
            api,
            "/{id:guid}/door/two",
            "ChangeDoorTwo",
            Policies.Clinician,
            (s, id, _, b, v, stop) =>
                s.ChangeDoorTwoAsync(
                    id,
                    v,
                    d =>
                    {
                        d.Describe(b.Supply);
                        d.Estimate(b.DailyDose);
                    },
                    stop
                ),
            async (s, id, _, stop) => (await s.DoorAsync(id, stop))?.Two
        );
        Put<ProblemsService, SendProblemEnd>(
            api,
            "/{id:guid}/problems/{entry:guid}/end",
            "EndProblem",
            Policies.Prescriber,
            (s, id, e, b, v, stop) => s.EndProblemAsync(id, e, v, b.ResolvedOn, stop),
            async (s, id, e, stop) => (await s.ProblemsAsync(id, false, stop))?.Problems.FirstOrDefault(p => p.Id == e)
        );
        Put<CareTeamService, SendLastDay>(
                api,
                "/{id:guid}/care-team/{entry:guid}/end",
                "LeaveCareTeam",
                Policies.Director,
                (s, id, e, b, v, stop) => s.LeaveTeamAsync(id, e, v, b.LastDay, stop),
                async (s, id, e, stop) => (await s.TeamAsync(id, stop))?.Members.FirstOrDefault(m => m.Id == e)
            )
            .WithMetadata(new StepUpAttribute());
    }
}
