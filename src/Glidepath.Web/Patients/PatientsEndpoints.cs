using Glidepath.Application.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Patients;

/// <summary>
/// What the pages do, for other software. A POST has an <c>Idempotency-Key</c>; a change has the version it was made to in <c>If-Match</c>.
/// </summary>
internal static class PatientsEndpoints
{
    public static void MapPatientsApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients", "Patients");
        Reads(api);
        Posts(api);
        Changes(api);
        api.MapPost(
                "/{id:guid}/pathway/letter/prints",
                async (Guid id, SendLetter sent, LetterService s, CancellationToken stop) =>
                    Found(await s.PrintLetterAsync(id, sent.LeaveOut.ToHashSet(), null, stop))
            )
            .WithName("PrintLetter")
            .WithSummary("The letter as it leaves, with its notice. Each answer is a disclosure of its own and is accounted as one.")
            .WritesOnlyOnce(Policies.Clinician)
            .WithMetadata(new StepUpAttribute())
            .ProducesValidationProblem();
        app.MapGet("/api/care-teams", async (CareTeamService s, CancellationToken stop) => TypedResults.Ok(await s.TeamsAsync(stop)))
            .WithName("CareTeams")
            .WithTags("Patients")
            .WithSummary("Who treats whom, by record number.")
            .Reads(Policies.Director);
        app.MapGet("/api/today", async (TodayService today, CancellationToken stop) => TypedResults.Ok(await today.TodayAsync(stop)))
            .WithName("Today")
            .WithTags("Patients")
            .Reads(Policies.RecordReader);
    }

    private static void Reads(RouteGroupBuilder api)
    {
        api.MapGet("", async (PatientRegistry s, CancellationToken stop) => TypedResults.Ok(await s.MineAsync(stop)))
            .WithName("MyPatients")
            .Reads(Policies.RecordReader);
        api.MapPost(
                "/search",
                async (FindPatients f, PatientRegistry s, CancellationToken stop) =>
                    TypedResults.Ok(await s.SearchAsync(new PatientQuery(f.Names, f.DateOfBirth, f.Phone), stop))
            )
            .WithName("FindPatients")
            .Reads(Policies.RecordReader);
        api.MapGet("/{id:guid}", async (Guid id, OverviewService s, CancellationToken stop) => Found(await s.OverviewAsync(id, stop)))
            .WithName("Patient")
            .Reads(Policies.RecordReader);
        api.MapGet(
                "/{id:guid}/details",
                async (Guid id, DetailsService s, HttpResponse r, CancellationToken stop) =>
                    Found((await s.DetailsAsync(id, stop))?.Patient, r)
            )
            .WithName("Details")
            .Reads(Policies.Registering);
        api.MapGet(
                "/{id:guid}/contacts",
                async (Guid id, DetailsService s, CancellationToken stop) => Found((await s.ContactsAsync(id, stop))?.Contacts)
            )
            .WithName("Contacts")
            .Reads(Policies.Registering);
        // A code is handed over by a person to a person: no program makes one.
        api.MapGet("/{id:guid}/account", async (Guid id, PatientAccounts s, CancellationToken stop) => Found(await s.SeeAsync(id, stop)))
            .WithName("PatientAccount")
            .WithSummary("Whether the person has an account, since when, the day of the last sign-in, and what staff did with it.")
            .Reads(Policies.ClinicianOrFrontDesk);
        api.MapGet(
                "/{id:guid}/episode",
                async (Guid id, EpisodesService s, HttpResponse r, CancellationToken stop) =>
                    await s.EpisodeAsync(id, stop) is { } e ? Found(e, r, e.Episode?.Version) : NoSuchPerson()
            )
            .WithName("Episode")
            .Reads(Policies.EpisodeReader);
        api.MapGet("/{id:guid}/pathway", async (Guid id, PathwayService s, CancellationToken stop) => Found(await s.PathwayAsync(id, stop)))
            .WithName("Pathway")
            .Reads(Policies.Clinician);
        api.MapGet(
                "/{id:guid}/pathway/letter",
                async (Guid id, LetterService s, CancellationToken stop) =>
                    Found(await s.LetterAsync(id, new HashSet<string>(), null, stop))
            )
            .WithName("Letter")
            .Reads(Policies.Clinician);
        api.MapGet(
                "/{id:guid}/setting",
                async (Guid id, SettingService s, CancellationToken stop) => Found(await s.SettingAsync(id, new SettingJudgement(), stop))
            )
            .WithName("Setting")
            .Reads(Policies.Clinician);
        api.MapGet(
                "/{id:guid}/problems",
                async (Guid id, ProblemsService s, CancellationToken stop) => Found(await s.ProblemsAsync(id, false, stop))
            )
            .WithName("Problems")
            .Reads(Policies.Clinician);
        api.MapGet("/{id:guid}/care-team", async (Guid id, CareTeamService s, CancellationToken stop) => Found(await s.TeamAsync(id, stop)))
            .WithName("CareTeam")
            .Reads(Policies.CareTeam);
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
            Policies.ClinicianOrHelpline,
            (s, id, b, once, _, stop) => s.OpenEpisodeAsync(id, b.Reason, once, stop)
        );
        Post<EpisodesService, SendMove>(
                api,
                "/{id:guid}/episode/moves",
                "Move",
                Policies.ClinicianOrHelpline,
                (s, id, b, once, version, stop) => s.MoveAsync(id, version, b.To, b.On, b.Reason, b.Discharge, once, stop, b.WhyNotAsked)
            )
            .AtVersion();
        Post<EpisodesService, SendReason>(
                api,
                "/{id:guid}/episode/reversals",
                "TakeBack",
                Policies.ClinicianOrHelpline,
                (s, id, b, once, version, stop) => s.ReverseAsync(id, version, b.Reason, once, stop)
            )
            .AtVersion();
        Post<PathwayService, SendTalk>(
            api,
            "/{id:guid}/pathway/not-prescribed/talks",
            "RecordTalk",
            Policies.Clinician,
            (s, id, b, once, _, stop) => s.NoteTalkAsync(id, b.On, b.Outcome, b.WhatThePersonSaid, b.NextStep, b.Amends, b.Why, once, stop)
        );
        Post<PathwayService, SendNote>(
            api,
            "/{id:guid}/pathway/not-prescribed/notes",
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
        Put<EpisodesService, SendPathway>(
            api,
            "/{id:guid}/episode/pathway",
            "ComeInBy",
            Policies.ClinicianOrHelpline,
            (s, id, _, b, v, stop) => s.ComeInByAsync(id, v, b.Pathway, stop),
            async (s, id, _, stop) => (await s.EpisodeAsync(id, stop))?.Episode
        );
        Put<PathwayService, SendPrescribedPathway>(
            api,
            "/{id:guid}/pathway/prescribed",
            "ChangePrescribedPathway",
            Policies.Clinician,
            (s, id, _, b, v, stop) =>
                s.ChangePrescribedAsync(
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
            async (s, id, _, stop) => (await s.PathwayAsync(id, stop))?.Prescribed
        );
        Put<PathwayService, SendNotPrescribedPathway>(
            api,
            "/{id:guid}/pathway/not-prescribed",
            "ChangeNotPrescribedPathway",
            Policies.Clinician,
            (s, id, _, b, v, stop) =>
                s.ChangeNotPrescribedAsync(
                    id,
                    v,
                    d =>
                    {
                        d.Describe(b.Supply);
                        d.Estimate(b.DailyDose);
                    },
                    stop
                ),
            async (s, id, _, stop) => (await s.PathwayAsync(id, stop))?.NotPrescribed
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
                (s, id, e, b, v, stop) => s.LeaveTeamAsync(id, e, v, b.LastDay, b.SuccessorId, stop),
                async (s, id, e, stop) => (await s.TeamAsync(id, stop))?.Members.FirstOrDefault(m => m.Id == e)
            )
            .WithMetadata(new StepUpAttribute());
    }
}
