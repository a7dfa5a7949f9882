using System.Text.Json;
using System.Text.Json.Nodes;
using Glidepath.Paper;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Web.Tapering;

/// <summary>A plan, and the advice beside it or in its place: where there is no plan there are no steps.</summary>
internal static class AdviceJson
{
    public static string Of(PlanResult result, SafetyText safety)
    {
        var plan = result.Plan is { } made ? PlanDocument.Of(made, safety).ToJson() : null;
        if (result.Advice is not { } advice)
            return plan!;
        var document = plan is null
            ? new JsonObject { ["notice"] = $"{safety.Draft} {safety.DoNotStop}" }
            : JsonNode.Parse(plan)!.AsObject();
        document["advice"] = new JsonObject
        {
            ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(advice.Kind.ToString()),
            ["findings"] = JsonSerializer.SerializeToNode(advice.Findings.Select(FindingDocument.Of), JsonSerializerOptions.Web),
            ["shortTapers"] = new JsonArray([.. advice.ShortTapers.Select(t => JsonNode.Parse(PlanDocument.Of(t, safety).ToJson()))]),
        };
        return document.ToJsonString(JsonSerializerOptions.Web);
    }
}
