namespace Glidepath.Pharmacology.Drugs;

/// <content>Labels that name a pace of stopping, each read in a copy of its text.</content>
public static partial class Sources
{
    public static readonly Source FdaAlprazolam = new(
        "fda-label-alprazolam",
        "Alprazolam tablets label, dosage and administration",
        "DailyMed text kept at linkedlifedata.com/resource/dailymed-drugs/529"
    );
    public static readonly Source FdaClobazam = new(
        "fda-label-clobazam",
        "Clobazam tablets label, section 5.4, withdrawal",
        "label copy at ndclist.com/ndc/72606-003/label"
    );
}
