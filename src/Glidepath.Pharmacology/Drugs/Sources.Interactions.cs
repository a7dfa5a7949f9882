namespace Glidepath.Pharmacology.Drugs;

/// <summary>Sources of interactions whose size is not modeled.</summary>
public static partial class Sources
{
    public static readonly Source DesignerDrugs = new("pcc-2022", "Phenibut and bromazolam: withdrawal treated in hospital, one patient", "Prim Care Companion CNS Disord 2022;24(4):21cr03119");
}
