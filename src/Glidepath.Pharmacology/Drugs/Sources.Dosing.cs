namespace Glidepath.Pharmacology.Drugs;

/// <summary>Sources of usual and highest labeled doses. Each was read where it quotes the label, not in the label itself.</summary>
public static partial class Sources
{
    public static readonly Source ClonazepamDosing = new(
        "clonazepam-dosing",
        "Clonazepam doses by the US label",
        "droracle.ai articles 556050 and 575924, quoting the Klonopin label"
    );
    public static readonly Source DiazepamDosing = new(
        "diazepam-dosing",
        "Diazepam doses by the US label",
        "mussenhealth.us action-kinetics, tablets and oral solution"
    );
    public static readonly Source AlprazolamDosing = new(
        "alprazolam-dosing",
        "Alprazolam doses: anxiety to 4 mg, panic to 10 mg",
        "cognoscis.com generic 447; medcarebd.com zolium"
    );
    public static readonly Source LorazepamDosing = new(
        "lorazepam-dosing",
        "Lorazepam doses by the US label",
        "droracle.ai article 68300, quoting the Ativan label"
    );
    public static readonly Source ChlordiazepoxideDosing = new(
        "chlordiazepoxide-dosing",
        "Chlordiazepoxide doses by the US label",
        "droracle.ai articles 405659 and 531768"
    );
    public static readonly Source ClobazamDosing = new(
        "clobazam-dosing",
        "Clobazam doses by body weight",
        "epilepsy.com/medications/clobazam"
    );
    public static readonly Source ClorazepateDosing = new(
        "clorazepate-dosing",
        "Clorazepate doses by indication",
        "drugs.com/dosage/clorazepate"
    );
    public static readonly Source OxazepamDosing = new("oxazepam-dosing", "Oxazepam doses by the US label", "recallguide.org/drug/fng");
    public static readonly Source HypnoticDosing = new(
        "hypnotic-dosing",
        "Highest daily doses of sleep medicines",
        "Texas HHS retrospective drug use criteria, sedative/hypnotics table 1; renalandurologynews.com daily dose thresholds "
            + "123643; drugs.com/dosage/temazepam, /quazepam"
    );
}
