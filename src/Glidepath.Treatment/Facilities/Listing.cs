namespace Glidepath.Treatment.Facilities;

/// <summary>
/// What a source says of a fact. Directories print only what a place has: what they leave out is not known, and never "no".
/// </summary>
public enum Listing
{
    /// <summary>Nobody has said. On screen: "not listed, ask them".</summary>
    NotListed,

    Listed,

    /// <summary>Somebody with a name has said no: the facility itself, or staff who asked.</summary>
    ListedAsNot,
}

/// <summary>Where a value comes from and of which day it is, such as "SAMHSA National Directory 2022".</summary>
public sealed record FactOrigin(string Source, DateOnly AsOf);

/// <summary>One service of one programme, by its code in the edition's code table (BDTX, CO …).</summary>
/// <param name="LastSeen">Day of the last import that still held it; a later edition that drops the code does not take the fact
/// away.</param>
public sealed record ServiceFact(string Code, Listing Listing, FactOrigin Origin, DateOnly LastSeen);
