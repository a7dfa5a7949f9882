using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class InteractionTests
{
    /// <summary>
    /// What a person on clonazepam may also take, as on the bottle: from the labels of benzodiazepines and the lists of the US Food and
    /// Drug Administration.
    /// </summary>
    private const string AtTheBedside = """
        oxycodone; Percocet; Norco; morphine ER 15 mg; MS Contin; fentanyl patch; Duragesic; tramadol; Ultram; tapentadol; Nucynta; codeine; Tylenol #3; heroin; opium; methadone;
        Suboxone; Sublocade; tianeptine; kratom; 7-OH; alcohol; beer; lorazepam; Ativan 1 mg; temazepam; Restoril; Xanax; alprazolam; Valium; diazepam; zolpidem; Ambien CR 12.5 mg;
        eszopiclone; Lunesta; bromazolam; etizolam; clonazolam; flualprazolam; phenibut; sodium oxybate; Xyrem; gabapentin; Neurontin 300 mg; pregabalin; Lyrica; baclofen; Soma;
        cyclobenzaprine; Flexeril; tizanidine; quetiapine; Seroquel; olanzapine; diphenhydramine; Benadryl; hydroxyzine; trazodone; mirtazapine; Fioricet; butalbital; phenobarbital;
        primidone; Mysoline; clozapine; Clozaril; ketoconazole; itraconazole; Sporanox; voriconazole; posaconazole; fluconazole 150 mg; Diflucan; clarithromycin; Biaxin; erythromycin;
        diltiazem; Cardizem CD; verapamil; grapefruit juice; cobicistat; Genvoya; ritonavir; Paxlovid; nefazodone; fluvoxamine; cimetidine; Tagamet; aprepitant; amiodarone; imatinib;
        carbamazepine; Tegretol XR; phenytoin; Dilantin; rifampin; Rifadin; rifabutin; St. John's wort; oxcarbazepine; Trileptal; efavirenz; enzalutamide; modafinil; Provigil; bosentan;
        lamotrigine; Lamictal; valproate; Depakote ER; bupropion; Wellbutrin XL; Contrave; theophylline; aminophylline; caffeine; isoniazid; lithium; ciprofloxacin; Cipro 500 mg;
        levofloxacin; Levaquin; moxifloxacin; Avelox; ofloxacin; flumazenil; Romazicon; amitriptyline; prednisone; haloperidol; topiramate
        """;

    public static TheoryData<string, string, string> OfOtherDrugs() =>
        new()
        {
            {
                "alprazolam",
                "Biaxin; erythromycin; Cardizem; grapefruit; Yaz; Prozac; Tybost; Vfend; Luvox; Tagamet; Nizoral; Serzone",
                "interaction.inhibitor"
            },
            {
                "triazolam",
                "clarithromycin; erythromycin; diltiazem; grapefruit; nefazodone; cobicistat; Diflucan; Norvir",
                "interaction.inhibitor"
            },
            {
                "diazepam",
                "Tagamet; Nexium; Prilosec; fluvoxamine; Antabuse; ketoconazole; birth control pill; isoniazid; cannabidiol",
                "interaction.inhibitor"
            },
            {
                "clobazam",
                "fluconazole; omeprazole; esomeprazole; Epidiolex; CBD; Luvox; fluoxetine; cimetidine; wine",
                "interaction.inhibitor"
            },
            { "chlordiazepoxide", "cimetidine; disulfiram; itraconazole; oral contraceptive", "interaction.inhibitor" },
            { "clorazepate", "Tagamet; clarithromycin; omeprazole", "interaction.inhibitor" },
            { "lorazepam", "valproic acid; Depakote; probenecid", "interaction.inhibitor" },
            { "zolpidem", "ketoconazole; itraconazole; clarithromycin", "interaction.inhibitor" },
            { "estazolam", "ketoconazole; Biaxin", "interaction.inhibitor" },
            { "flurazepam", "ketoconazole; verapamil", "interaction.inhibitor" },
            { "quazepam", "itraconazole; grapefruit", "interaction.inhibitor" },
            { "eszopiclone", "ketoconazole; Paxlovid", "interaction.inhibitor" },
            { "zaleplon", "erythromycin; cimetidine", "interaction.inhibitor" },
            { "diazepam", "rifampin; Tegretol; Dilantin; Xtandi; St John's wort", "interaction.inducer" },
            { "clobazam", "carbamazepine; phenobarbital; rifampin; Erleada", "interaction.inducer" },
            { "zaleplon", "rifampin; phenytoin", "interaction.inducer" },
            { "chlordiazepoxide", "rifampin; Mysoline", "interaction.inducer" },
            { "temazepam", "Yasmin", "interaction.inducer" },
            { "clobazam", "Lo Loestrin", "interaction.weakensmedicine" },
            { "lorazepam", "theophylline; aminophylline; coffee", "interaction.opposing" },
        };

    [Fact]
    public void Every_name_of_the_bedside_list_is_found_for_clonazepam()
    {
        var names = Split(AtTheBedside);
        Assert.True(names.Count >= 108, $"{names.Count} names");
        Assert.All(
            names,
            n =>
                Assert.DoesNotContain(
                    "interaction.unknown",
                    Of(BenzodiazepineTable.Clonazepam, n).Select(f => f.Rule).DefaultIfEmpty("interaction.unknown")
                )
        );
    }

    [Theory]
    [MemberData(nameof(OfOtherDrugs))]
    public void Every_drug_knows_the_medicines_of_its_route(string drug, string medicines, string rule) =>
        Assert.All(Split(medicines), m => Assert.Contains(Of(BenzodiazepineTable.Find(drug)!, m), f => f.Rule == rule));

    [Fact]
    public void A_row_has_its_size_or_says_that_it_is_not_known() =>
        Assert.All(
            InteractionTable.All,
            row =>
            {
                Assert.NotEmpty(row.Medicines);
                Assert.Equal(row.Medicines, row.Medicines.Select(m => m.ToLowerInvariant()));
                var effect = row.Effect.InWords();
                Assert.NotEmpty(effect);
                if (row.Kind is InteractionKind.Inducer or InteractionKind.Inhibitor)
                    Assert.True(
                        row.Effect.Id == InteractionTable.SizeNotKnown
                            || effect.Any(char.IsDigit)
                            || effect.Contains("twice", StringComparison.Ordinal),
                        effect
                    );
                Assert.Equal(row.Source == Sources.Memory, row.Confidence is Confidence.Unverified);
            }
        );

    [Fact]
    public void Only_bupropion_and_what_its_label_names_cite_the_bupropion_label()
    {
        foreach (var medicine in new[] { "tramadol", "isoniazid", "lithium", "ciprofloxacin", "levofloxacin", "clozapine" })
            Assert.DoesNotContain(Of(BenzodiazepineTable.Clonazepam, medicine), f => f.Source == Sources.Bupropion);
        Assert.Contains(Of(BenzodiazepineTable.Clonazepam, "Wellbutrin"), f => f.Source == Sources.Bupropion);
    }

    [Theory]
    [InlineData("clonazepam", "Contrave")]
    [InlineData("clonazepam", "clozapine")]
    [InlineData("clonazepam", "Xyrem")]
    [InlineData("clonazepam", "flumazenil")]
    [InlineData("triazolam", "ketoconazole")]
    public void What_must_not_go_together_is_called_about_first(string drug, string medicine) =>
        Assert.Equal(Severity.CareFirst, Of(BenzodiazepineTable.Find(drug)!, medicine)[0].Severity);

    [Fact]
    public void An_inducer_of_clonazepam_says_about_20_to_38_percent() =>
        Assert.Contains(
            "about 20 to 38 % lower",
            Of(BenzodiazepineTable.Clonazepam, "carbamazepine 200 mg")[0].Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Clozapine_has_both_its_dangers() =>
        Assert.Equal(
            ["interaction.sedative", "interaction.seizurethreshold"],
            Of(BenzodiazepineTable.Clonazepam, "clozapine").Select(f => f.Rule)
        );

    [Theory]
    [InlineData("norcarbamazepine")]
    [InlineData("ginseng")]
    [InlineData("carbamazepinelike")]
    [InlineData("somatropin")]
    public void A_part_of_a_word_is_no_name(string medicine) =>
        Assert.Equal(["interaction.unknown"], Of(BenzodiazepineTable.Clonazepam, medicine).Select(f => f.Rule));

    [Theory]
    [InlineData("clonazepam", "Prozac")]
    [InlineData("lorazepam", "cimetidine")]
    [InlineData("lorazepam", "Flagyl")]
    public void A_medicine_without_effect_is_said_to_have_none(string drug, string medicine) =>
        Assert.Contains(Of(BenzodiazepineTable.Find(drug)!, medicine), f => f.Rule == "interaction.none");

    private static List<string> Split(string names) =>
        [.. names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static List<Finding> Of(Benzodiazepine drug, string medicine)
    {
        PatientFacts facts = new() { Medicines = [medicine] };
        return
        [
            .. CareFirst.Reasons(facts),
            .. FactRuleTable
                .Findings(drug, A.Mg(1), facts, RuleSetTable.Asam)
                .Where(f => f.Rule.StartsWith("interaction.", StringComparison.Ordinal) || f.Severity is Severity.CareFirst),
        ];
    }
}
