using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>
/// What is to leave, on what basis and to whom, as other programs ask for it. A named recipient is read from the consent, whatever is sent.
/// </summary>
public sealed record AskedDisclosure
{
    public DisclosureBasis Basis { get; init; }

    /// <summary>The consent or agreement that it rests on.</summary>
    public Guid? Reference { get; init; }

    public IReadOnlyList<InformationCategory> Categories { get; init; } = [];
    public DisclosurePurpose Purpose { get; init; }
    public string? Why { get; init; }

    /// <summary>Where the consent names a kind of people and not one.</summary>
    public string? Recipient { get; init; }

    public RecipientClass RecipientClass { get; init; }
    public string? Address { get; init; }

    internal Dictionary<string, string[]> Problems()
    {
        var problems = new Dictionary<string, string[]>();
        if (Basis is DisclosureBasis.None)
            problems["basis"] = [ApplicationText.T["SayWhatAllowsIt"]];
        if (Categories.Count == 0)
            problems["categories"] = [ApplicationText.T["NameWhatIsToGo"]];
        foreach (var (name, text) in new[] { ("why", Why), ("recipient", Recipient), ("address", Address) })
            if (text?.Length > 400)
                problems[name] = [ApplicationText.T["ThatHasCharactersAtMost400Fit", text.Length]];
        return problems;
    }

    internal DisclosureAsk ToAsk() =>
        new()
        {
            Channel = DisclosureChannel.Json,
            Basis = Basis,
            Reference = Reference,
            Categories = Categories.Aggregate(InformationCategory.None, (all, c) => all | c),
            Purpose = Purpose,
            PurposeText = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(),
            RecipientName = Recipient?.Trim(),
            RecipientClass = RecipientClass,
            RecipientAddress = string.IsNullOrWhiteSpace(Address) ? null : Address.Trim(),
        };
}
