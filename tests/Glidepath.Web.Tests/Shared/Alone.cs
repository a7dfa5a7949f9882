namespace Glidepath.Web.Tests.Shared;

/// <summary>For what counts something of the whole process: nothing else runs beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
