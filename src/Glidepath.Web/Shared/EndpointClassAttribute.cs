namespace Glidepath.Web.Shared;

/// <summary>What an endpoint handles at most. Ordered from open to closed.</summary>
public enum EndpointClass
{
    /// <summary>Nothing about anyone, or only what a stranger typed into this very request.</summary>
    Public,

    /// <summary>The account of the person signed in: sessions, passkeys, preferences.</summary>
    Account,

    /// <summary>Organisation, people with roles, keys, backups.</summary>
    Administration,

    /// <summary>A patient's record.</summary>
    Record,

    /// <summary>Counselling notes, which have a key and a consent of their own.</summary>
    CounsellingNotes,
}

/// <summary>Stands on every endpoint; a test fails for one without it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EndpointClassAttribute(EndpointClass value) : Attribute
{
    public EndpointClass Value { get; } = value;
}

/// <summary>What the audit trail must hold after a request.</summary>
public enum AuditExpectation
{
    /// <summary>No record was touched.</summary>
    None,

    Read,

    Write,
}

/// <summary>Stands on every endpoint. A request to one that expects a row, and that wrote none, fails.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AuditAttribute(AuditExpectation expects) : Attribute
{
    public AuditExpectation Expects { get; } = expects;
}

public static class EndpointMarks
{
    /// <summary>Open to strangers, nothing of a record in it.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous().Marked(EndpointClass.Public, AuditExpectation.None);

    public static TBuilder Marked<TBuilder>(this TBuilder endpoint, EndpointClass endpointClass, AuditExpectation audit)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new EndpointClassAttribute(endpointClass), new AuditAttribute(audit));
}
