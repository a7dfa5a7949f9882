namespace Glidepath.Pharmacology.Tapering;
public sealed record TaperCertificate { internal static TaperCertificate Of(TaperSolution s) => new(); }
