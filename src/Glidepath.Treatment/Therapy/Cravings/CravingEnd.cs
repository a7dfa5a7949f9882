namespace Glidepath.Treatment.Therapy;

/// <summary>How a hard moment ended.</summary>
public enum CravingEnd
{
    /// <summary>Still going on, or nothing was said any more.</summary>
    NotKnown,

    /// <summary>It became easier, and nothing was taken.</summary>
    Eased,

    /// <summary>Something was taken beyond the plan.</summary>
    TookExtra,
}

/// <summary>What a person did about it, of the two that are offered side by side.</summary>
public enum CravingWay
{
    NotSaid,

    /// <summary>Watched it rise and fall.</summary>
    LetPass,

    /// <summary>An if-then plan.</summary>
    MyPlan,

    /// <summary>Something else of their own.</summary>
    Other,
}

/// <summary>Where in the day's doses it came, as the person says; what the plan says is <see cref="CravingEpisode.Doses"/>.</summary>
public enum NearDose
{
    NotSaid,
    Before,
    After,
}
