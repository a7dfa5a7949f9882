namespace Glidepath.Treatment.Privacy;

/// <summary>What the gate answers. <see cref="Outside"/> is all that the one who asked may learn; the rest is for the audit.</summary>
public abstract record DisclosureDecision
{
    private DisclosureDecision() { }

    public abstract OutsideAnswer Outside { get; }

    /// <param name="Categories">Exactly these may be sent, nothing else.</param>
    /// <param name="Notices">Must go with it.</param>
    /// <param name="Accounting">To be saved in the same transaction; null for a use inside the programme, which the audit holds.</param>
    /// <param name="Remarks">Stable codes for the audit and the privacy officer, for example <c>minor.ask-counsel</c>.</param>
    public sealed record Permit(
        InformationCategory Categories,
        IReadOnlyList<DisclosureNotice> Notices,
        DisclosureRecord? Accounting,
        IReadOnlyList<string> Remarks
    ) : DisclosureDecision
    {
        public override OutsideAnswer Outside => new(true, Categories);

        /// <summary>What may be sent of records that were merged into this one; never more than <see cref="Categories"/>.</summary>
        public IReadOnlyDictionary<Guid, InformationCategory> Merged { get; init; } = new Dictionary<Guid, InformationCategory>();
    }

    /// <param name="Reason">Stable code, for the audit only.</param>
    public sealed record Refuse(string Reason) : DisclosureDecision
    {
        public override OutsideAnswer Outside => OutsideAnswer.NoSuchPerson;
    }
}

/// <summary>The same for a person who may not be seen and for one who does not exist. Never a count of what was withheld.</summary>
public sealed record OutsideAnswer(bool Found, InformationCategory Categories)
{
    public static readonly OutsideAnswer NoSuchPerson = new(false, InformationCategory.None);
}

public enum DisclosureNoticeKind
{
    /// <summary>42 CFR 2.32(a)(1).</summary>
    RedisclosureFull,

    /// <summary>42 CFR 2.32(a)(2).</summary>
    RedisclosureShort,

    /// <summary>42 CFR 2.32(b).</summary>
    ConsentScope,
}

public sealed record DisclosureNotice(DisclosureNoticeKind Kind, string Text);
