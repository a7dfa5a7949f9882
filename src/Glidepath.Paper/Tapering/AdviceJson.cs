using System.Text.Json;
using System.Text.Json.Nodes;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A plan, and the advice beside it or in its place, as JSON: where there is no plan there are no steps. Described in docs/formats.md.
/// </summary>
public static class AdviceJson
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <param name="result">A plan or advice; a refusal has no document.</param>
    /// <param name="readings">What was read otherwise than it was written, to show back.</param>
    public static string Of(PlanResult result, TaperRequest request, SafetyText safety, IReadOnlyList<string>? readings = null)
    {
        var plan = result.Plan is { } made ? (PlanDocument.Of(made, safety) with { ReadAs = readings ?? [] }).ToJson() : null;
        if (result.Advice is not { } advice)
            return plan!;
        var document = plan is null ? WithoutPlan(request, safety, readings ?? []) : JsonNode.Parse(plan)!.AsObject();
        document["advice"] = new JsonObject
        {
            ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(advice.Kind.ToString()),
            ["offersStop"] = advice.OffersStop,
            ["findings"] = Findings(advice.Findings),
            ["shortTapers"] = new JsonArray([.. advice.ShortTapers.Select(t => JsonNode.Parse(PlanDocument.Of(t, safety).ToJson()))]),
        };
        return document.ToJsonString(Indented);
    }

    private static JsonObject WithoutPlan(TaperRequest request, SafetyText safety, IReadOnlyList<string> readings) =>
        new()
        {
            ["drug"] = request.Drug.Name,
            ["notice"] = $"{safety.Draft} {safety.DoNotStop}",
            ["readAs"] = JsonSerializer.SerializeToNode(readings, Indented),
            ["findings"] = Findings(CareFirst.Reasons(request.Facts)),
        };

    private static JsonNode? Findings(IEnumerable<Finding> findings) =>
        JsonSerializer.SerializeToNode(findings.Select(FindingDocument.Of), Indented);
}
