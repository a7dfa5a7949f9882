using Glidepath.Web.Accounts;
using Glidepath.Web.Administration;
using Glidepath.Web.Assessments;
using Glidepath.Web.Facilities;
using Glidepath.Web.Layout;
using Glidepath.Web.Medications;
using Glidepath.Web.Messages;
using Glidepath.Web.Monitoring;
using Glidepath.Web.Patients;
using Glidepath.Web.Patients.Intake;
using Glidepath.Web.Privacy;
using Glidepath.Web.Privacy.Disclosures;
using Glidepath.Web.Privacy.Incidents;
using Glidepath.Web.Shared;
using Glidepath.Web.Tapering;
using Glidepath.Web.Tasks;
using Glidepath.Web.Therapy;
using Glidepath.Web.Therapy.Booklet;
using Glidepath.Web.Visits;

Languages.ForgetTheMachine();
if (HostOptions.Read(args, out var problem) is not { } options)
{
    Console.Error.WriteLine($"glidepath: {problem}");
    return 2;
}

var builder = WebApplication.CreateBuilder(options.ForBuilder);
builder.AddServer(options);
if (!builder.TryAddProxy(out var refusal))
{
    Console.Error.WriteLine($"glidepath: {refusal}");
    return 2;
}
if (!builder.TryAddLanguages(out refusal))
{
    Console.Error.WriteLine($"glidepath: {refusal}");
    return 2;
}
builder.AddTelemetry();
builder.AddErrors();
if (!builder.TryAddStore(options, out refusal))
{
    Console.Error.WriteLine($"glidepath: {refusal}");
    return 2;
}
builder.AddAccess();
builder.AddAccounts(options);
builder.AddAdministration();
builder.AddRateLimits();
builder.AddPages();
builder.AddApi();
builder.AddPrivacy();
builder.AddDisclosures();
builder.AddRegisters();
builder.AddTapering();
builder.AddFacilities();
builder.AddPatients();
builder.AddIntake();
builder.AddAssessments();
builder.AddMedications();
builder.AddMonitoring();
builder.AddTasks();
builder.AddTherapy();
builder.AddMessages();
builder.AddVisits();
builder.AddBooklet();

var app = builder.Build();
app.UseProxy();
app.UseTlsOnly();
app.UseRequestLocalization();
app.UseErrors();
app.UseSecurityHeaders();
app.UseRouting();
app.UseServer();
app.UseAccess();
app.UsePageCache();
app.MapHealth();
app.MapPages();
app.MapApi();
app.MapPrivacy();
app.MapDisclosureArea();
app.MapTapering();
app.MapFacilities();
app.MapPatients();
app.MapMedications();
app.MapMonitoring();
app.MapTasks();
app.MapTherapy();
app.MapMessages();
app.MapVisits();
app.MapBooklet();
app.MapIntake();
app.MapAssessments();
return await app.RunWithStoreAsync(options);

/// <summary>Named for the tests, which start it.</summary>
public partial class Program;
